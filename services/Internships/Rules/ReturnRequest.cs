using System.ComponentModel;

namespace YouthPlatform.Internships.Rules;

/// <summary>A submission goes back for correction, field by field.</summary>
internal sealed record ReturnRequest(
    [property: Description("Fields to correct: JSON pointer into the submitted content, code of review.return_codes, reason")]
    IReadOnlyList<FieldReturn> Fields,
    string? Remark = null);
