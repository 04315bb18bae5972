using System.ComponentModel;
using Npgsql;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Assistances;

/// <summary>A service that a person was given.</summary>
internal sealed record RenderServiceRequest(
    [property: Description("Code of assistance.service_kinds")] string Kind,
    [property: Description("The post; exactly for a recommendation")] RecommendedJob? Job = null,
    [property: Description("China date; today when left out")] DateOnly? RenderedOn = null);

/// <summary>A service was recorded in error.</summary>
internal sealed record WithdrawServiceRequest(string Reason);

/// <summary>A service as recorded.</summary>
internal sealed record ServiceAnswer(Guid ServiceId, Guid PersonId, string Kind, DateOnly RenderedOn);

/// <summary>A person's services.</summary>
internal sealed record AssistanceView(
    Guid PersonId,
    [property: Description("null for who is owed nothing: not classified, employed, settled or without intention")] OwedServicesView? Owed,
    IReadOnlyList<ServiceView> Services);

/// <summary>A service in a person's list.</summary>
internal sealed record ServiceView(
    Guid ServiceId,
    string Kind,
    RecommendedJob? Job,
    DateOnly RenderedOn,
    string RenderedBy,
    [property: Description("Why it does not count; null while it does")] string? Withdrawn)
{
    public const string Select =
        """
        SELECT service_id, kind, title, employer, job_region, rendered_on, rendered_by, withdrawn
        FROM assistance_services WHERE person_id = $1 ORDER BY service_id
        """;

    public static ServiceView Of(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.TextOrNull(2) is { } title ? new(title, row.GetString(3), row.GetString(4)) : null,
        row.Date(5),
        row.GetString(6),
        row.TextOrNull(7));
}
