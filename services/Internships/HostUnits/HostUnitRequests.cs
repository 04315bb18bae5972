using System.ComponentModel;
using YouthPlatform.Internships.Posts;

namespace YouthPlatform.Internships.HostUnits;

/// <summary>An employer applies to take interns, with its first posts.</summary>
internal sealed record ApplyAsHostUnitRequest(
    string Name,
    [property: Description("Unified social credit code, 18 characters (GB 32100)")] string CreditCode,
    [property: Description("County or district, GB/T 2260")] string Region,
    IReadOnlyList<PostRequest> Posts,
    string? Address = null,
    [property: Description("The unit's own account for subsidies; may follow later")] BankAccount? BankAccount = null);

/// <summary>The application, corrected; what is left out stays as it was.</summary>
internal sealed record ResubmitHostUnitRequest(
    string? Name = null,
    string? Address = null,
    BankAccount? BankAccount = null,
    [property: Description("Corrected posts, each by its id")] IReadOnlyList<CorrectedPost>? Posts = null);

/// <summary>A post of the application, corrected.</summary>
internal sealed record CorrectedPost(Guid PostId, PostRequest Post);

/// <summary>The approval.</summary>
internal sealed record ApproveHostUnitRequest(
    [property: Description("Posts that are demonstration posts")] IReadOnlyList<Guid>? DemonstrationPostIds = null);

/// <summary>The unit may not publish or take interns from a day on.</summary>
internal sealed record SuspendHostUnitRequest([property: Description("First day, today or later")] DateOnly From, string Reason);

/// <summary>A status is granted.</summary>
internal sealed record HonourHostUnitRequest(
    [property: Description("Code of internship.unit_honours: base, national_demonstration")] string Honour,
    DateOnly From,
    [property: Description("Number of the document that grants it")] string Document);
