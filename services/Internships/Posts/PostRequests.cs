using System.ComponentModel;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Posts;

/// <summary>What a unit says of a post.</summary>
internal sealed record PostRequest(
    string Title,
    [property: Description("research, technical, management or community_service (H9 §二(二))")] string Category,
    int Openings,
    [property: Description("Duration, 3 to 12 (H9 §三(三))")] int Months,
    Money MonthlyAllowance,
    string? Description = null,
    string? Address = null,
    [property: Description("Education levels that are accepted; any when empty")] IReadOnlyList<string>? Education = null,
    IReadOnlyList<string>? Majors = null,
    IReadOnlyList<string>? Skills = null,
    [property: Description("Last day on which applications are taken")] DateOnly? ExpiresOn = null,
    [property: Description("employment_internship when left out; government_internship or enterprise_internship for students (G3 §三(三)5)")]
    string? Programme = null)
{
    public PostTerms Terms(Guid postId, Guid unitId, RegionCode region) =>
        new(postId, unitId, region, Title, Category, Openings, Months, MonthlyAllowance)
        {
            Description = Description,
            Address = Address,
            Demands = new(Education ?? [], Majors ?? [], Skills ?? []),
            ExpiresOn = ExpiresOn,
            Programme = Programme ?? Programmes.Employment,
        };
}

/// <summary>An approved unit submits a further post.</summary>
internal sealed record SubmitPostRequest(Guid UnitId, PostRequest Post);

/// <summary>Students at school took up a post of the Sail plan.</summary>
internal sealed record HostStudentsRequest([property: Description("How many students")] int Students, DateOnly From, DateOnly To);

/// <summary>The post is to be published.</summary>
internal sealed record ApprovePostRequest(bool IsDemonstration = false);

/// <summary>Whether a published post is a demonstration post.</summary>
internal sealed record DemonstrationRequest(bool IsDemonstration);
