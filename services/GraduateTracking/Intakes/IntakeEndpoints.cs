using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;

namespace YouthPlatform.GraduateTracking.Intakes;

/// <summary>People who come to a desk, are found on a home visit, or register themselves over a portal that knows who they are (H32 §二(六)17).</summary>
internal static class IntakeEndpoints
{
    public static void MapIntakes(this IEndpointRouteBuilder routes)
    {
        routes.MapV1("intakes").MapPost("", TakeInAsync).RequireRoles(Roles.Clerk).Idempotent().Creates()
            .WithName("takeIn").WithExample(IntakeRequest.Example)
            .WithSummary("Takes a person in at a desk or on a home visit; a person with an entry keeps it");
        routes.MapV1("self-registrations").MapPost("", RegisterSelfAsync).RequireRoles(Roles.Portal).Idempotent().Creates()
            .WithName("registerSelf").WithExample(IntakeRequest.Example)
            .WithSummary("A portal registers the person whose identity it has verified");
    }

    private static Task<Answer<IntakeAnswer>> TakeInAsync(IntakeRequest request, [AsParameters] IntakeStep step) =>
        request.Source is EntrySource.ServiceDesk or EntrySource.HomeVisit
            ? step.Command.RetryAsync(() => step.TakeAsync(request, request.Source.Value))
            : throw ApiException.BadRequest("intake.source", "source 应为 service_desk 或 home_visit。");

    private static Task<Answer<IntakeAnswer>> RegisterSelfAsync(IntakeRequest request, [AsParameters] IntakeStep step) =>
        step.Command.RetryAsync(() => step.TakeAsync(request, EntrySource.SelfRegistration));
}

/// <summary>What an intake over HTTP works with.</summary>
internal sealed record IntakeStep(
    HttpCommand Command, Caller Caller, IntakeBook Book, LedgerQueries Ledger, PolicyData Policy, CancellationToken Cancellation)
{
    private const string Verifications = "intake.identity_verifications";

    public async Task<Answer<IntakeAnswer>> TakeAsync(IntakeRequest request, EntrySource source)
    {
        var reader = new IntakeReader(Policy, Caller.Regions, Command.Today);
        var (entry, problem) = reader.Read(1, request.Field);
        if (entry is null)
        {
            throw ApiException.BadRequest(problem!, $"{IntakeCodes.ReasonOf(problem!)}。");
        }

        if (!Policy.Book.List(Verifications, RegionCode.Parse(entry.Region), Command.Today).Value.Contains(request.Verification))
        {
            throw ApiException.BadRequest("intake.verification", "身份核验方式不在代码表中。");
        }

        var intake = new Intake(source, Command.NewId(), Command.Now, Command.Today);
        var batch = await Book.OpenAsync(intake, [entry], Cancellation);
        var taken = await batch.TakeAsync(entry, Told(request, entry, intake), Cancellation);
        var (streams, statements) = await batch.CloseAsync(Cancellation);
        var audit = new PersonTakenIn(
            intake.SourceId, taken.PersonId, entry.Region, source, request.Verification, taken.Outcome == IntakeOutcome.Known, Command.Actor, Command.Today);
        return await Command.CommitAsync(
            [.. streams, new StreamAppend(PersonTakenIn.StreamOf(intake.SourceId), 0, [audit])],
            new Answer<IntakeAnswer>(await AnswerAsync(taken, intake.SourceId), 1, $"/v1/ledger/{taken.PersonId}"),
            statements);
    }

    private List<LedgerEntryCommand> Told(IntakeRequest request, IntakeEntry entry, Intake intake)
    {
        if (request.UnemployedSince is not { } since)
        {
            return [];
        }

        return since <= Command.Today && since >= entry.BirthDate
            ? [new LedgerEntryCommand.RegisterUnemployment(intake.SourceId, entry.Region, since, entry.AgeOn(since))]
            : throw ApiException.BadRequest(IntakeCodes.RegisteredOn, $"{IntakeCodes.ReasonOf(IntakeCodes.RegisteredOn)}。");
    }

    /// <summary>A portal learns whom it registered; an official of another region learns only that there is an entry.</summary>
    private async Task<IntakeAnswer> AnswerAsync(Taken taken, Guid intakeId)
    {
        if (taken.Outcome == IntakeOutcome.Opened)
        {
            return new(intakeId, taken.PersonId, "opened");
        }

        var region = await Ledger.RegionOfAsync(taken.PersonId, Command.Today, Cancellation);
        return Caller.Has(Roles.Portal) || (region is not null && Caller.Covers(region))
            ? new(intakeId, taken.PersonId, "known")
            : new(intakeId, null, "known_elsewhere");
    }
}
