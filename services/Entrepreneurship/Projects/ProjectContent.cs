using System.ComponentModel;
using YouthPlatform.Entrepreneurship.Programmes;
using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Projects;

/// <summary>What a member of a team is to a college.</summary>
internal enum Standing
{
    /// <summary>A student at school.</summary>
    Student,

    /// <summary>A graduate; the day of leaving school decides.</summary>
    Graduate,
}

/// <summary>A member of a team.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Standing">What the person is to a college.</param>
/// <param name="LeftSchoolOn">Day of leaving school; for graduates.</param>
internal sealed record TeamMember(Guid PersonId, Standing Standing, DateOnly? LeftSchoolOn = null);

/// <summary>What a team hands in.</summary>
/// <param name="Title">Title of the project.</param>
/// <param name="Sector">Code of a sector of the programme.</param>
/// <param name="Summary">What it is about.</param>
/// <param name="College">Code of the leader's college.</param>
/// <param name="Leader">Who leads the team.</param>
/// <param name="Members">The other members.</param>
/// <param name="FirmCode">Unified social credit code of the team's firm, if it has one.</param>
/// <param name="Amount">The award it asks for.</param>
/// <param name="Links">Keyed hashes of phone, account and address, to find related applicants; the values themselves are not kept.</param>
internal sealed record ProjectContent(
    string Title,
    string Sector,
    string Summary,
    string College,
    TeamMember Leader,
    IReadOnlyList<TeamMember> Members,
    string? FirmCode,
    Money Amount,
    IReadOnlyList<ContactLink> Links)
{
    public IEnumerable<TeamMember> Team() => Members.Prepend(Leader);
}

/// <summary>A keyed hash of something that two applicants may share.</summary>
/// <param name="Kind">phone, account or address.</param>
/// <param name="Hash">HMAC-SHA256, lower-case hex.</param>
internal sealed record ContactLink(string Kind, string Hash);

/// <summary>A document of a project; its bytes lie beside the log.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Kind">Code of <c>grants.document_kinds</c>.</param>
/// <param name="Name">File name.</param>
/// <param name="MediaType">Media type.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hex.</param>
internal sealed record ProjectDocument(Guid DocumentId, string Kind, string Name, string MediaType, int Size, string Sha256);

/// <summary>A project as it was drafted.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Call">Programme and year.</param>
/// <param name="Region">Prefecture of the college or firm.</param>
/// <param name="Content">What the team hands in.</param>
/// <param name="Documents">Its documents.</param>
internal sealed record ProjectFile(
    Guid ProjectId, CallKey Call, RegionCode Region, ProjectContent Content, IReadOnlyList<ProjectDocument> Documents)
{
    /// <summary>What is frozen at a submission.</summary>
    public FrozenContent Frozen() => FrozenContent.Of(new SubmittedContent(Content, Documents));

    private sealed record SubmittedContent(ProjectContent Content, IReadOnlyList<ProjectDocument> Documents);
}

/// <summary>What a team enters.</summary>
internal sealed record ProjectRequest(
    string Title,
    [property: Description("Code of a sector of the programme")] string Sector,
    string Summary,
    [property: Description("Identification code of the leader's college (ten digits), by which its college's report counts the project")] string College,
    TeamMember Leader,
    [property: Description("A multiple of the programme's step within its range")] Money Amount,
    IReadOnlyList<TeamMember>? Members = null,
    [property: Description("Unified social credit code of the team's firm")] string? FirmCode = null,
    [property: Description("Kept as keyed hashes only")] ContactRequest? Contact = null);

/// <summary>How a team can be reached and paid.</summary>
internal sealed record ContactRequest(string? Phone = null, string? Account = null, string? Address = null);

/// <summary>A new application.</summary>
internal sealed record DraftProjectRequest(
    [property: Description("Code of the programme, such as golden_bridge")] string Programme,
    int Year,
    [property: Description("Prefecture of the college or firm")] string Region,
    ProjectRequest Content);

/// <summary>Returned fields.</summary>
internal sealed record ReturnProjectRequest(
    [property: Description("JSON pointers such as /content/summary, each with a code of review.return_codes")] IReadOnlyList<FieldReturn> Fields);
