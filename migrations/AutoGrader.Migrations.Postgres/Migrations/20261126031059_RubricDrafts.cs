using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoGrader.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class RubricDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsShared",
                table: "Rubrics",
                type: "boolean",
                nullable: false,
                // Whatever is stored was imported for all courses.
                defaultValue: true);

            migrationBuilder.CreateTable(
                name: "CourseRubrics",
                columns: table => new
                {
                    CourseId = table.Column<Guid>(type: "uuid", nullable: false),
                    RubricHash = table.Column<string>(type: "text", nullable: false),
                    AnswersHash = table.Column<string>(type: "text", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PublishedBy = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CourseRubrics", x => new { x.CourseId, x.RubricHash });
                    table.ForeignKey(
                        name: "FK_CourseRubrics_AnswerSets_AnswersHash",
                        column: x => x.AnswersHash,
                        principalTable: "AnswerSets",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CourseRubrics_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CourseRubrics_Rubrics_RubricHash",
                        column: x => x.RubricHash,
                        principalTable: "Rubrics",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RubricDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CourseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false),
                    Answers = table.Column<string>(type: "text", nullable: false),
                    BasedOn = table.Column<string>(type: "text", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangedBy = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RubricDrafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RubricDrafts_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RubricDrafts_Rubrics_BasedOn",
                        column: x => x.BasedOn,
                        principalTable: "Rubrics",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CourseRubrics_AnswersHash",
                table: "CourseRubrics",
                column: "AnswersHash");

            migrationBuilder.CreateIndex(
                name: "IX_CourseRubrics_RubricHash",
                table: "CourseRubrics",
                column: "RubricHash");

            migrationBuilder.CreateIndex(
                name: "IX_RubricDrafts_BasedOn",
                table: "RubricDrafts",
                column: "BasedOn");

            migrationBuilder.CreateIndex(
                name: "IX_RubricDrafts_CourseId",
                table: "RubricDrafts",
                column: "CourseId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CourseRubrics");

            migrationBuilder.DropTable(
                name: "RubricDrafts");

            migrationBuilder.DropColumn(
                name: "IsShared",
                table: "Rubrics");
        }
    }
}
