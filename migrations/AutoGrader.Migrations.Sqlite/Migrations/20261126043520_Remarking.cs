using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoGrader.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Remarking : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "RemarkingId",
                table: "Runs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Remarkings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssignmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromRunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToRunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartedBy = table.Column<string>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AcceptedBy = table.Column<string>(type: "TEXT", nullable: true),
                    AcceptedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReplacedId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UndoneBy = table.Column<string>(type: "TEXT", nullable: true),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DroppedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Remarkings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Remarkings_Assignments_AssignmentId",
                        column: x => x.AssignmentId,
                        principalTable: "Assignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Remarkings_Runs_FromRunId",
                        column: x => x.FromRunId,
                        principalTable: "Runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Remarkings_Runs_ToRunId",
                        column: x => x.ToRunId,
                        principalTable: "Runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "KeptResults",
                columns: table => new
                {
                    RemarkingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubmissionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptResults", x => new { x.RemarkingId, x.SubmissionId });
                    table.ForeignKey(
                        name: "FK_KeptResults_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_KeptResults_Remarkings_RemarkingId",
                        column: x => x.RemarkingId,
                        principalTable: "Remarkings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_KeptResults_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Runs_RemarkingId",
                table: "Runs",
                column: "RemarkingId");

            migrationBuilder.CreateIndex(
                name: "IX_KeptResults_AssessmentId",
                table: "KeptResults",
                column: "AssessmentId");

            migrationBuilder.CreateIndex(
                name: "IX_KeptResults_SubmissionId",
                table: "KeptResults",
                column: "SubmissionId");

            migrationBuilder.CreateIndex(
                name: "IX_Remarkings_AssignmentId",
                table: "Remarkings",
                column: "AssignmentId",
                unique: true,
                filter: "\"AcceptedAt\" IS NULL AND \"DroppedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Remarkings_FromRunId",
                table: "Remarkings",
                column: "FromRunId");

            migrationBuilder.CreateIndex(
                name: "IX_Remarkings_ToRunId",
                table: "Remarkings",
                column: "ToRunId");

            migrationBuilder.AddForeignKey(
                name: "FK_Runs_Remarkings_RemarkingId",
                table: "Runs",
                column: "RemarkingId",
                principalTable: "Remarkings",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Runs_Remarkings_RemarkingId",
                table: "Runs");

            migrationBuilder.DropTable(
                name: "KeptResults");

            migrationBuilder.DropTable(
                name: "Remarkings");

            migrationBuilder.DropIndex(
                name: "IX_Runs_RemarkingId",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "RemarkingId",
                table: "Runs");
        }
    }
}
