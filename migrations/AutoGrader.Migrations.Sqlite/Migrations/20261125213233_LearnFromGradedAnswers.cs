using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoGrader.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class LearnFromGradedAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "DecidedBefore",
                table: "Scores",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LearntHash",
                table: "Runs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AnswersHash",
                table: "Rubrics",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Answer",
                table: "Overrides",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AnswerSets",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnswerSets", x => x.Hash);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Rubrics_AnswersHash",
                table: "Rubrics",
                column: "AnswersHash");

            migrationBuilder.AddForeignKey(
                name: "FK_Rubrics_AnswerSets_AnswersHash",
                table: "Rubrics",
                column: "AnswersHash",
                principalTable: "AnswerSets",
                principalColumn: "Hash",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Rubrics_AnswerSets_AnswersHash",
                table: "Rubrics");

            migrationBuilder.DropTable(
                name: "AnswerSets");

            migrationBuilder.DropIndex(
                name: "IX_Rubrics_AnswersHash",
                table: "Rubrics");

            migrationBuilder.DropColumn(
                name: "DecidedBefore",
                table: "Scores");

            migrationBuilder.DropColumn(
                name: "LearntHash",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "AnswersHash",
                table: "Rubrics");

            migrationBuilder.DropColumn(
                name: "Answer",
                table: "Overrides");
        }
    }
}
