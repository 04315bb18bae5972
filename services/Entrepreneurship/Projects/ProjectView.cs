using Npgsql;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Http;
using static YouthPlatform.Entrepreneurship.Projects.ProjectState;

namespace YouthPlatform.Entrepreneurship.Projects;

/// <summary>A project as its readers see it.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Programme">Code of the programme.</param>
/// <param name="Title">Title of the project.</param>
/// <param name="Sector">Code of its sector.</param>
/// <param name="Region">Prefecture of the college.</param>
/// <param name="LeaderId">Person who leads the team.</param>
/// <param name="State">recommended, declined, selected, proposed, granted, ordered or paid.</param>
/// <param name="Amount">Proposed or granted award.</param>
/// <param name="PaymentId">The payment that the bank was ordered to make.</param>
internal sealed record ProjectView(
    Guid ProjectId, string Programme, string Title, string Sector, RegionCode Region, Guid LeaderId, string State, Money? Amount, Guid? PaymentId)
{
    public static ProjectView Of(ProjectState state) => state switch
    {
        Recommended s => Of(s.Pitch, "recommended"),
        Declined s => Of(s.Pitch, "declined"),
        Selected s => Of(s.Pitch, "selected"),
        Proposed s => Of(s.Pitch, "proposed", s.Amount),
        Granted s => Of(s.Pitch, "granted", s.Award.Amount),
        Ordered s => Of(s.Pitch, "ordered", s.Award.Amount, s.PaymentId),
        Paid s => Of(s.Pitch, "paid", s.Award.Amount, s.PaymentId),
        _ => throw Missing(),
    };

    public static ProjectView Of(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        RegionCode.Parse(row.GetString(4)),
        row.GetGuid(5),
        row.GetString(6),
        row.IsDBNull(7) ? null : Money.Of(row.GetDecimal(7)),
        row.IsDBNull(8) ? null : row.GetGuid(8));

    private static ProjectView Of(Pitch pitch, string state, Money? amount = null, Guid? paymentId = null) =>
        new(pitch.ProjectId, pitch.Programme, pitch.Title, pitch.Sector, pitch.Region, pitch.LeaderId, state, amount, paymentId);

    internal static ApiException Missing() => ApiException.NotFound("project.unknown", "没有该项目。");
}

/// <summary>Reading a project's pitch from whatever it is at.</summary>
internal static class Pitches
{
    /// <exception cref="ApiException">404: there is no such project.</exception>
    public static Pitch Pitched(this ProjectState state) => state switch
    {
        Recommended s => s.Pitch,
        Declined s => s.Pitch,
        Selected s => s.Pitch,
        Proposed s => s.Pitch,
        Granted s => s.Pitch,
        Ordered s => s.Pitch,
        Paid s => s.Pitch,
        _ => throw ProjectView.Missing(),
    };
}
