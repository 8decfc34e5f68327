namespace AutoGrader.Core.Submissions;

/// <summary>What became of a submission: the <c>status</c> of the JSON contract.</summary>
public enum SubmissionStatus
{
    /// <summary>Every criterion was decided with confidence.</summary>
    Graded,

    /// <summary>A person must decide: some criterion, the identity, or a file the machine cannot read.</summary>
    NeedsReview,

    /// <summary>A hand-in rule was broken; the sheet's consequence is that it is not graded.</summary>
    NotGraded,

    /// <summary>Reading the file ended the process repeatedly (poison); it is not tried again.</summary>
    Unreadable,
}
