using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoGrader.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Moodle : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "MoodleConnections",
                columns: table => new
                {
                    AssignmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Site = table.Column<string>(type: "text", nullable: false),
                    ProtectedToken = table.Column<string>(type: "text", nullable: false),
                    Owner = table.Column<string>(type: "text", nullable: true),
                    MoodleCourseId = table.Column<long>(type: "bigint", nullable: true),
                    MoodleAssignmentId = table.Column<long>(type: "bigint", nullable: true),
                    MoodleName = table.Column<string>(type: "text", nullable: true),
                    FetchedUploadId = table.Column<Guid>(type: "uuid", nullable: true),
                    ConnectedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ConnectedBy = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MoodleConnections", x => x.AssignmentId);
                    table.ForeignKey(
                        name: "FK_MoodleConnections_Assignments_AssignmentId",
                        column: x => x.AssignmentId,
                        principalTable: "Assignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MoodleConnections_Uploads_FetchedUploadId",
                        column: x => x.FetchedUploadId,
                        principalTable: "Uploads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "MoodleTransfers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AssignmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    RunId = table.Column<Guid>(type: "uuid", nullable: true),
                    MoodleAssignmentId = table.Column<long>(type: "bigint", nullable: false),
                    Done = table.Column<int>(type: "integer", nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    Outcome = table.Column<string>(type: "text", nullable: true),
                    Actor = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ApprovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LeaseUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Worker = table.Column<string>(type: "text", nullable: true),
                    Attempt = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MoodleTransfers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MoodleTransfers_Assignments_AssignmentId",
                        column: x => x.AssignmentId,
                        principalTable: "Assignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MoodleTransfers_Runs_RunId",
                        column: x => x.RunId,
                        principalTable: "Runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MoodleParticipants",
                columns: table => new
                {
                    AssignmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    ParticipantNumber = table.Column<string>(type: "text", nullable: false),
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<string>(type: "text", nullable: true),
                    SubmittedAt = table.Column<long>(type: "bigint", nullable: false),
                    Attempt = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MoodleParticipants", x => new { x.AssignmentId, x.ParticipantNumber });
                    table.ForeignKey(
                        name: "FK_MoodleParticipants_MoodleConnections_AssignmentId",
                        column: x => x.AssignmentId,
                        principalTable: "MoodleConnections",
                        principalColumn: "AssignmentId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MoodleReceipts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TransferId = table.Column<Guid>(type: "uuid", nullable: false),
                    SubmissionId = table.Column<Guid>(type: "uuid", nullable: false),
                    ParticipantNumber = table.Column<string>(type: "text", nullable: false),
                    UserId = table.Column<long>(type: "bigint", nullable: true),
                    Name = table.Column<string>(type: "text", nullable: true),
                    State = table.Column<string>(type: "text", nullable: false),
                    Grade = table.Column<decimal>(type: "numeric", nullable: true),
                    GradeInMoodle = table.Column<decimal>(type: "numeric", nullable: true),
                    CommentHash = table.Column<string>(type: "text", nullable: true),
                    CommentInMoodle = table.Column<string>(type: "text", nullable: true),
                    FeedbackHash = table.Column<string>(type: "text", nullable: true),
                    SendsFile = table.Column<bool>(type: "boolean", nullable: false),
                    Replaces = table.Column<bool>(type: "boolean", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MoodleReceipts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MoodleReceipts_MoodleTransfers_TransferId",
                        column: x => x.TransferId,
                        principalTable: "MoodleTransfers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MoodleReceipts_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MoodleConnections_FetchedUploadId",
                table: "MoodleConnections",
                column: "FetchedUploadId");

            migrationBuilder.CreateIndex(
                name: "IX_MoodleReceipts_SubmissionId",
                table: "MoodleReceipts",
                column: "SubmissionId");

            migrationBuilder.CreateIndex(
                name: "IX_MoodleReceipts_TransferId_ParticipantNumber",
                table: "MoodleReceipts",
                columns: new[] { "TransferId", "ParticipantNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MoodleTransfers_AssignmentId",
                table: "MoodleTransfers",
                column: "AssignmentId");

            migrationBuilder.CreateIndex(
                name: "IX_MoodleTransfers_RunId",
                table: "MoodleTransfers",
                column: "RunId");

            migrationBuilder.CreateIndex(
                name: "IX_MoodleTransfers_State",
                table: "MoodleTransfers",
                column: "State");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MoodleParticipants");

            migrationBuilder.DropTable(
                name: "MoodleReceipts");

            migrationBuilder.DropTable(
                name: "MoodleConnections");

            migrationBuilder.DropTable(
                name: "MoodleTransfers");
        }
    }
}
