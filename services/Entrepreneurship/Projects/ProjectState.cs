using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Projects;

/// <summary>What a project is at.</summary>
internal abstract record ProjectState
{
    private ProjectState()
    {
    }

    public abstract string Name { get; }

    public virtual ProjectFile? FileOrNull => null;

    public sealed record Unknown : ProjectState
    {
        public override string Name => "unknown";
    }

    public sealed record Draft(ProjectFile File) : ProjectState
    {
        public override string Name => "draft";

        public override ProjectFile FileOrNull => File;
    }

    public sealed record Submitted(ProjectFile File, ReviewRound Round, IReadOnlyList<NamedCheck> Checks) : ProjectState
    {
        public override string Name => "submitted";

        public override ProjectFile FileOrNull => File;
    }

    /// <param name="File">As it is being corrected.</param>
    /// <param name="Before">As it was submitted.</param>
    /// <param name="Round">The round that ended.</param>
    /// <param name="Fields">What is to be corrected.</param>
    public sealed record Returned(ProjectFile File, ProjectFile Before, ReviewRound Round, IReadOnlyList<FieldReturn> Fields) : ProjectState
    {
        public override string Name => "returned";

        public override ProjectFile FileOrNull => File;
    }

    public sealed record Accepted(ProjectFile File) : ProjectState
    {
        public override string Name => "accepted";

        public override ProjectFile FileOrNull => File;
    }

    /// <param name="File">The project.</param>
    /// <param name="Outcome">refused, withdrawn, not_selected or granted.</param>
    /// <param name="Reason">Why, unless it was granted.</param>
    public sealed record Over(ProjectFile File, string Outcome, string? Reason) : ProjectState
    {
        public override string Name => Outcome;

        public override ProjectFile FileOrNull => File;
    }
}
