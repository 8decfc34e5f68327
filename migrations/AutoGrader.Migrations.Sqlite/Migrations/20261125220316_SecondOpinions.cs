using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoGrader.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SecondOpinions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Opinion",
                table: "Scores",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OpinionKey",
                table: "Scores",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "JudgeReplies",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Judge = table.Column<string>(type: "TEXT", nullable: false),
                    Prompt = table.Column<string>(type: "TEXT", nullable: false),
                    Reply = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JudgeReplies", x => x.Key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Scores_OpinionKey",
                table: "Scores",
                column: "OpinionKey");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "JudgeReplies");

            migrationBuilder.DropIndex(
                name: "IX_Scores_OpinionKey",
                table: "Scores");

            migrationBuilder.DropColumn(
                name: "Opinion",
                table: "Scores");

            migrationBuilder.DropColumn(
                name: "OpinionKey",
                table: "Scores");
        }
    }
}
