using AutoGrader.Application.Data.Courses;

namespace AutoGrader.Web.Courses;

/// <summary>Where the request is: the course, the assignment, and who asks. The <see cref="CourseGate"/> fills it first.</summary>
public sealed class CourseScope
{
    private Course? _course;
    private Assignment? _assignment;
    private string? _actor;

    /// <summary>The course.</summary>
    /// <exception cref="InvalidOperationException">The address names no course.</exception>
    public Course Course
    {
        get => _course ?? throw new InvalidOperationException("The address names no course.");
        internal set => _course = value;
    }

    /// <summary>The assignment.</summary>
    /// <exception cref="InvalidOperationException">The address names no assignment.</exception>
    public Assignment Assignment
    {
        get => _assignment ?? throw new InvalidOperationException("The address names no assignment.");
        internal set => _assignment = value;
    }

    /// <summary>Who acts, for audit rows.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public string Actor
    {
        get => _actor ?? throw new InvalidOperationException("Nobody is signed in.");
        internal set => _actor = value;
    }

    /// <summary>Who asks.</summary>
    public Guid PersonId { get; internal set; }

    /// <summary>What they may do in the course.</summary>
    public CourseRole Role { get; internal set; }

    /// <summary>Whether they may do what instructors may.</summary>
    public bool IsInstructor => Role == CourseRole.Instructor;
}
