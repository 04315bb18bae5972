using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Posts;

/// <summary>What a post offers.</summary>
/// <param name="PostId">The post.</param>
/// <param name="UnitId">The host unit that offers it.</param>
/// <param name="Region">County or district of the unit, GB/T 2260.</param>
/// <param name="Title">Name of the post.</param>
/// <param name="Category">Code of the category (H9 §二(二)).</param>
/// <param name="Openings">Headcount.</param>
/// <param name="Months">Duration in months (H9 §三(三)).</param>
/// <param name="MonthlyAllowance">Living allowance the unit pays an intern a month (H9 §三(一)).</param>
internal sealed record PostTerms(
    Guid PostId,
    Guid UnitId,
    RegionCode Region,
    string Title,
    string Category,
    int Openings,
    int Months,
    Money MonthlyAllowance)
{
    /// <summary>Programme that the post belongs to; students' internships of the Sail plan are no 就业见习 (G3 §三(三)5).</summary>
    public string Programme { get; init; } = Programmes.Employment;

    /// <summary>What is done there.</summary>
    public string? Description { get; init; }

    /// <summary>Where it is done.</summary>
    public string? Address { get; init; }

    /// <summary>What is asked of applicants.</summary>
    public PostDemands Demands { get; init; } = PostDemands.None;

    /// <summary>Last day on which applications are taken; null while there is no end.</summary>
    public DateOnly? ExpiresOn { get; init; }
}

/// <summary>What a post asks of applicants.</summary>
/// <param name="Education">Codes of education levels that are accepted; empty for any.</param>
/// <param name="Majors">Majors that are welcome, in Chinese.</param>
/// <param name="Skills">Skills that are welcome, in Chinese.</param>
internal sealed record PostDemands(IReadOnlyList<string> Education, IReadOnlyList<string> Majors, IReadOnlyList<string> Skills)
{
    public static PostDemands None { get; } = new([], [], []);
}

/// <summary>Programmes that posts belong to.</summary>
internal static class Programmes
{
    /// <summary>就业见习 (H9).</summary>
    public const string Employment = "employment_internship";

    /// <summary>Whether a programme is one of the Sail plan's, for students at school (G3 §三(三)5).</summary>
    public static bool IsForStudents(string programme) => programme != Employment;
}
