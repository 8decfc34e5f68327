namespace AutoGrader.Application.Moodle;

/// <summary>A site with the token to be used there. Never logged, never stored as it is.</summary>
internal sealed record MoodleAccess(MoodleSite Site, string Token)
{
    /// <summary>Without the token.</summary>
    public override string ToString() => Site.Address;
}
