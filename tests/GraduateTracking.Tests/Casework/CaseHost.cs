using System.Net;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.Policy;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryEvent;

namespace YouthPlatform.GraduateTracking.Tests.Casework;

/// <summary>The service with people in its ledger, and the officials who help them.</summary>
internal sealed class CaseHost : IAsyncDisposable
{
    public const string Changsha = "430100";
    public const string Furong = "430102";
    public const string Hengyang = "430400";
    public const string Wuhan = "420100";
    public const string Jiangan = "420102";

    private CaseHost(TrackingHost tracking) => Tracking = tracking;

    public TrackingHost Tracking { get; }

    public static async Task<CaseHost> StartAsync(PostgresFixture postgres, string today = "2023-08-01", string? broker = null)
    {
        var host = new CaseHost(await TrackingHost.StartAsync(postgres, broker));
        host.SetDate(today);
        return host;
    }

    public void SetDate(string date) => Tracking.Host.SetDate(DateOnly.ParseExact(date, "yyyy-MM-dd"));

    public ServiceClient Official(string role, string region = Changsha, string? account = null) =>
        Tracking.Host.As(account ?? $"{role}-{region}", role, region);

    public ServiceClient Clerk(string region = Changsha) => Official("clerk", region);

    public ServiceClient Graduate(Guid person) => Tracking.Host.As($"person-{person}", "graduate", person: person);

    public ServiceClient Employer(string creditCode) => Tracking.Host.As($"unit-{creditCode}", "host_unit", Changsha, unit: creditCode);

    /// <summary>A person of the ledger since today.</summary>
    public async Task<Guid> PersonAsync(string region = Furong, string leftSchoolOn = "2023-06-30", params string[] hardship)
    {
        var person = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        var opened = new LedgerEntryOpened(
            person,
            region,
            AssignmentPlace.Household,
            "bachelor",
            DateOnly.ParseExact(leftSchoolOn, "yyyy-MM-dd"),
            hardship,
            EntrySource.EducationRoster,
            Guid.Empty,
            22,
            Tracking.Host.Clock.Today());
        var stream = new StreamAppend(LedgerEntry.StreamOf(person), 0, [opened]);
        await Tracking.Host.Store.AppendAsync(new Append([stream], new EventMetadata("education")), TestContext.Current.CancellationToken);
        return person;
    }

    /// <summary>The same, who was found to be unemployed today.</summary>
    public async Task<Guid> JobSeekerAsync(string region = Furong, params string[] hardship)
    {
        var person = await PersonAsync(region, "2023-06-30", hardship);
        (await ContactAsync(person, new { channel = "phone", outcome = "reached", classification = "unemployed" }, region)).ShouldBe(HttpStatusCode.Created);
        return person;
    }

    public async Task<ServiceReply> ContactAsync(Guid person, object contact, string region = Changsha) =>
        await Clerk(region).PostAsync($"/v1/ledger/{person}/contacts", contact, await ETagAsync($"/v1/ledger/{person}", region));

    public async Task<ServiceReply> ClassifyAsync(
        Guid person, string classification, string evidence, string? reference, string effectiveOn, string region = Changsha) =>
        await Clerk(region).PostAsync(
            $"/v1/ledger/{person}/classification", new { classification, effectiveOn, evidence, reference }, await ETagAsync($"/v1/ledger/{person}", region));

    public async Task<string?> ETagAsync(string path, string region = Changsha) => (await Clerk(region).GetAsync(path)).ETag;

    public ValueTask DisposeAsync() => Tracking.DisposeAsync();
}
