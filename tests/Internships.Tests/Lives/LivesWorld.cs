using YouthPlatform.EventStore;
using YouthPlatform.Internships.Claims;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Payments.Tests;
using YouthPlatform.Policy;
using static YouthPlatform.Internships.Tests.MoneySamples;
using static YouthPlatform.Internships.Tests.Samples;

namespace YouthPlatform.Internships.Tests.Lives;

/// <summary>
/// Placements, claims and money of some people and units in memory, decided by the real deciders. What the database sees to is kept here: a
/// person's month of a kind is held once, and a step commits as a whole or not at all.
/// </summary>
internal sealed class LivesWorld
{
    private static readonly DateOnly UnitsApprovedOn = new(2023, 7, 28);

    private readonly Dictionary<Guid, PlacementState> _placements = [];
    private readonly Dictionary<Guid, ClaimState> _claims = [];
    private readonly Dictionary<SubsidyMonthKey, Guid> _months = [];
    private readonly HashSet<Guid> _touched = [];
    private int _ids = 1000;

    public LivesWorld() => Money = new()
    {
        Recorded = recorded =>
        {
            if (recorded is EntitlementVoided { File.Key: var key })
            {
                _months.Remove(new(key.Subject, YearMonth.Parse(key.Period), key.Kind));
                Seen.Add("voided");
            }
            else if (recorded is EntitlementGranted { File.Round: > 1 })
            {
                Seen.Add("granted anew");
            }
        },
    };

    public MoneyWorld Money { get; }

    public DateOnly Today { get; private set; } = Samples.Today;

    /// <summary>What has happened at all, so that a test can see that its lives reach what they are to reach.</summary>
    public HashSet<string> Seen { get; } = [];

    public IReadOnlyDictionary<Guid, PlacementState> Placements => _placements;

    public IReadOnlyDictionary<Guid, ClaimState> Claims => _claims;

    public IReadOnlyDictionary<SubsidyMonthKey, Guid> Months => _months;

    /// <summary>Entitlements whose amount an official set by hand.</summary>
    public IReadOnlySet<Guid> Touched => _touched;

    public static LineRules Rules(DateOnly today) => Packs.Line(Furong, today);

    public void Advance(int days) => Money.Today = Today = Today.AddDays(days);

    /// <summary>A person begins an internship today, if in none.</summary>
    public void Begin(Guid person, Guid unit, int months)
    {
        var own = Of(person).ToList();
        if (own.Exists(placement => placement is PlacementState.Running))
        {
            return;
        }

        var agreement = Agreement with
        {
            PlacementId = Id(++_ids),
            PersonId = person,
            UnitId = unit,
            StartsOn = Today,
            Months = months,
            EndsOn = PlacementTerms.LastDay(Today, months),
        };
        var earlierEnd = own.OfType<PlacementState.Ended>().Select(ended => (DateOnly?)ended.EndedOn).Max();
        Attempt("begun", () => _placements[agreement.PlacementId] = ((PlacementCommand[])
        [
            new ArrangePlacement(agreement, Limits, earlierEnd, "unit", Today),
            new AssignMentor(TheMentor, Today),
            new RegisterInsurance(new Insurance("PA", Today, agreement.EndsOn)),
            new SignAgreement(Signature(Party.Unit, agreement), Today),
            new SignAgreement(Signature(Party.Intern, agreement), Today),
            new StartInternship(Today),
        ]).Aggregate(Placement.Initial, (state, step) => Placement.Decide(step, state).Aggregate(state, Placement.Evolve)));
    }

    /// <summary>A step of a placement, with the corrections that it proposes.</summary>
    public void Step(Guid placementId, PlacementCommand command) => Attempt(command.GetType().Name, () =>
    {
        var before = _placements[placementId];
        var decision = new Aggregate<Placement, PlacementState, PlacementCommand, PlacementEvent>("placement", 0, before).Decide(command);
        var change = new PlacementChange(before, decision, Rules(Today), date => Packs.MonthlyRate(Furong, date), "更改", "unit", Today);
        List<(EntitlementFile File, EntitlementCommand Command)> corrections = [];
        foreach (var claim in ClaimsOn(PlacementView.ArrangementOf(before).Agreement.PersonId))
        {
            corrections.AddRange(Follow(claim, change));
        }

        _placements[placementId] = decision.State;
        foreach (var (file, correction) in corrections)
        {
            Money.Do(file, correction);
            Seen.Add("correction proposed");
        }
    });

    /// <summary>A unit claims a month for all its interns.</summary>
    public void Claim(Guid unit, YearMonth month) => Attempt("claimed", () =>
    {
        var interns = Of(unit: unit).OfType<PlacementState.Begun>()
            .Where(placement => SubsidisedMonth.Find(placement, month, Rules(Today).PartMonth.Value) is not null)
            .DistinctBy(placement => placement.Arrangement.Agreement.PersonId);
        var lines = interns.Index().Select(placement => LineAssessment.Assess(
            placement.Index + 1, Facts(placement.Item, month), Rules(Today), date => Packs.MonthlyRate(Furong, date)));
        Propose(unit, month, lines);
    });

    /// <summary>A unit settles a year.</summary>
    public void Settle(Guid unit, int year) => Attempt("settled", () =>
    {
        var month = new YearMonth(year, 12);
        var granted = Money.Accounts
            .Where(account => account.File.Payee == unit && account.File.Key.Kind == SubsidyKinds.Monthly && account.Owed > Policy.Money.Zero)
            .Select(account => new GrantedMonth(account.File.Key.Subject, account.File.FileId, YearMonth.Parse(account.File.Key.Period)))
            .Where(granted => granted.Month.Year == year);
        var settlement = new Settlement(year, [.. Of(unit: unit)], Packs.Settlement(Furong, month.LastDay), Today);
        Propose(unit, month, settlement.Lines([.. granted], key => _months.TryGetValue(key, out var claim) ? claim : null));
    });

    /// <summary>A step of a claim; what it grants and holds comes with it.</summary>
    public void Decide(Guid claimId, ClaimCommand command) => Attempt(command.GetType().Name, () =>
    {
        var events = Internships.Claims.Claim.Decide(command, _claims[claimId]);
        var after = events.Aggregate(_claims[claimId], Internships.Claims.Claim.Evolve);
        foreach (var held in events.OfType<CheckOverrideConfirmed>().Select(confirmed => confirmed.NowHeld).OfType<SubsidyMonthKey>())
        {
            Hold(held, claimId);
        }

        foreach (var approved in events.OfType<ClaimApproved>())
        {
            var file = ClaimView.FileOf(after);
            foreach (var line in file.Lines.Where(line => approved.Granted.Contains(line.Line)))
            {
                Money.Do(ClaimGrants.EntitlementOf(file, line), new GrantEntitlement(ClaimGrants.EntitlementOf(file, line), line.Amount, "approver", Today));
            }
        }

        foreach (var freed in events.SelectMany(recorded => recorded switch { ClaimApproved e => e.Freed, ClaimRejected e => e.Freed, _ => [] }))
        {
            _months.Remove(freed);
        }

        _claims[claimId] = after;
    });

    /// <summary>An official sets another amount by hand.</summary>
    public void Correct(EntitlementFile file, Money owed)
    {
        if (Money.StateOf(file) is EntitlementState.Granted { Account.File.EntitlementId: var newest })
        {
            Money.Try(file, new ProposeCorrection(owed, "核查更正", "clerk", Today), new ApproveCorrection("approver", Today));
            _touched.Add(newest);
        }
    }

    /// <summary>Placements of a person, of a unit, or all.</summary>
    public IEnumerable<PlacementState> Of(Guid? person = null, Guid? unit = null) => _placements.Values.Where(placement =>
        PlacementView.ArrangementOf(placement).Agreement is var agreement
        && (person is null || agreement.PersonId == person) && (unit is null || agreement.UnitId == unit));

    private IEnumerable<(EntitlementFile File, EntitlementCommand Command)> Follow(ClaimState claim, PlacementChange change)
    {
        if (claim is ClaimState.Proposed proposed)
        {
            change.RequireUntouched(proposed);
        }

        var approved = claim as ClaimState.Approved;
        foreach (var line in change.Concerned(approved?.File.Lines.Where(line => approved.Granted.Contains(line.Line)) ?? []))
        {
            var file = ClaimGrants.EntitlementOf(approved!.File, line);
            var state = Money.StateOf(file);
            foreach (var command in state.AccountOrNull!.File.DecisionId == file.DecisionId ? change.Corrections(line, state) : [])
            {
                Entitlement.Decide(command, state);
                yield return (file, command);
            }
        }
    }

    private List<ClaimState> ClaimsOn(Guid person) =>
        [.. _months.Where(month => month.Key.PersonId == person).Select(month => month.Value).Distinct().Select(claim => _claims[claim])];

    private void Propose(Guid unit, YearMonth month, IEnumerable<ClaimLine> lines)
    {
        var file = TheClaim with { ClaimId = Id(++_ids), UnitId = unit, Month = month, Lines = [.. lines], ProposedBy = "unit", ProposedOn = Today };
        var state = Internships.Claims.Claim.Decide(new ProposeClaim(file), Internships.Claims.Claim.Initial).Aggregate(Internships.Claims.Claim.Initial, Internships.Claims.Claim.Evolve);
        var held = file.Lines.Where(line => line.AllChecksPassed()).Select(line => line.ToKey()).ToList();
        held.ForEach(key => Hold(key, file.ClaimId));
        _claims[file.ClaimId] = state;
    }

    /// <summary>The constraint <c>subsidy_months_once</c>.</summary>
    private void Hold(SubsidyMonthKey key, Guid claimId)
    {
        if (!_months.TryAdd(key, claimId))
        {
            throw new RuleViolation("subsidy.already_claimed", "同一见习人员同一月份的补贴已申领。");
        }
    }

    private LineFacts Facts(PlacementState placement, YearMonth month)
    {
        var agreement = PlacementView.ArrangementOf(placement).Agreement;
        var days = SubsidisedMonth.Find(placement, month, Rules(Today).PartMonth.Value);
        var overlapping = Of(agreement.PersonId).OfType<PlacementState.Begun>().Count(other =>
            other != placement && days is not null && other.Arrangement.Agreement.StartsOn <= days.To && other.LastDay >= days.From);
        return new(placement, month, UnitsApprovedOn, new FoundFacts(
            _months.TryGetValue(new(agreement.PersonId, month, SubsidyKinds.Monthly), out var claim) ? claim : null,
            _months.Keys.Count(key => key.PersonId == agreement.PersonId && key.Month != month && key.Kind == SubsidyKinds.Monthly),
            overlapping,
            [],
            0,
            new Dictionary<string, DateOnly>()), Today);
    }

    private void Attempt(string what, Action step)
    {
        try
        {
            step();
            Seen.Add(what);
        }
        catch (RuleViolation refused)
        {
            Seen.Add(refused.Code);
        }
    }
}
