using System.ComponentModel;
using Npgsql;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Destinations;

/// <summary>A destination is registered, by the graduate or a clerk.</summary>
internal sealed record RegisterDestinationRequest(
    [property: Description("Code of person.destinations")] string Code,
    [property: Description("Unified social credit code; exactly for employment by a unit")] CreditCode? EmployerCode = null,
    [property: Description("China date; today when left out")] DateOnly? From = null);

/// <summary>It is verified: by the employer named in it, or by a data match.</summary>
internal sealed record VerifyDestinationRequest(
    [property: Description("Code of destination.data_sources; left out by the employer")] string? Source = null,
    [property: Description("Number of the record; no personal data")] string? Reference = null);

/// <summary>It is said to be wrong.</summary>
internal sealed record DisputeDestinationRequest(string Reason);

/// <summary>It is given to somebody.</summary>
internal sealed record ShareDestinationRequest(
    [property: Description("Code of destination.share_recipients")] string Recipient,
    [property: Description("consent or law")] SharingGround Ground,
    [property: Description("Number of the consent, or the law and its article")] string Basis);

/// <summary>A destination as it stands.</summary>
internal sealed record DestinationView(
    Guid DestinationId,
    Guid PersonId,
    string Region,
    string Code,
    string? EmployerCode,
    DateOnly From,
    DateOnly RegisteredOn,
    [property: Description("registered, verified or disputed")] string Status,
    [property: Description("employer, or the data it was matched with")] string? VerifiedBy)
{
    /// <summary>$1 the regions (null for an employer), $2 the employer, $3 the status, $4 and $5 the page.</summary>
    public const string Select =
        """
        SELECT destination_id, person_id, region, code, employer_code, from_day, registered_on, status, verified_by FROM destinations
        WHERE ($1::text[] IS NULL OR region LIKE ANY ($1)) AND ($2::text IS NULL OR employer_code = $2) AND ($3::text IS NULL OR status = $3)
            AND person_id > $4 ORDER BY person_id LIMIT $5
        """;

    public static DestinationView Of(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetGuid(1),
        row.GetString(2),
        row.GetString(3),
        row.TextOrNull(4),
        row.Date(5),
        row.Date(6),
        row.GetString(7),
        row.TextOrNull(8));

    public static DestinationView Of(DestinationState state) => state switch
    {
        DestinationState.Registered s => Of(s.File, "registered", null),
        DestinationState.Verified s => Of(s.File, "verified", s.Verification.Source),
        DestinationState.Disputed s => Of(s.File, "disputed", null),
        _ => throw new InvalidOperationException("A destination that was never registered has no view."),
    };

    private static DestinationView Of(DestinationFile file, string status, string? verifiedBy) => new(
        file.DestinationId, file.PersonId, file.Region, file.Code, file.EmployerCode?.Value, file.From, file.RegisteredOn, status, verifiedBy);
}

/// <summary>How far the registrations of a county are.</summary>
internal sealed record DestinationRateView(string Region, int Registered, int Verified, int Disputed, [property: Description("Not verified in time")] int Overdue)
{
    /// <summary>$1 the regions, $2 today, $3 and $4 the days within which one is verified, by prefecture.</summary>
    public const string Select =
        """
        SELECT d.region, count(*)::int, count(*) FILTER (WHERE status = 'verified')::int, count(*) FILTER (WHERE status = 'disputed')::int,
            count(*) FILTER (WHERE status = 'registered' AND registered_on + t.days < $2)::int
        FROM destinations d JOIN unnest($3::text[], $4::int[]) AS t (prefix, days) ON d.region LIKE t.prefix || '%'
        WHERE d.region LIKE ANY ($1) GROUP BY d.region ORDER BY d.region
        """;

    public static DestinationRateView Of(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4));
}
