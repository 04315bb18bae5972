using FsCheck;
using FsCheck.Fluent;
using YouthPlatform.Internships.Claims;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Payments.PayRuns;
using YouthPlatform.Policy;
using YouthPlatform.Testing;
using static YouthPlatform.Internships.Tests.Samples;

namespace YouthPlatform.Internships.Tests.Lives;

/// <summary>
/// Random lives of placements: attendance, allowances paid and returned, ends, hires, claims, overrides, settlements, corrections, pay runs, a bank that
/// fails, doubts and returns. Whatever happens, what is owed is what the placements say, and what is paid is what is owed, once.
/// </summary>
public sealed class MoneyLivesTests
{
    private const int Steps = 150;

    private static readonly Guid[] People = [Id(301), Id(302)];
    private static readonly Guid[] Units = [Id(311), Id(312)];
    private static readonly Attendance Enough = new(20, 22);
    private static readonly Attendance TooFew = new(9, 22);

    [Fact]
    public void WhatIsPaidIsWhatIsOwedAndWhatIsOwedIsWhatThePlacementsSay()
    {
        string[] wanted =
        [
            "begun", "claimed", "ApproveClaim", "RejectClaim", "ConfirmOverride", "settled", "HireEarly", "EndInternshipEarly", "ReturnAllowance",
            "correction proposed", "voided", "granted anew", "attendance.frozen", "claim.under_review", "entitlement.correction_open",
        ];
        HashSet<string> seen = [];
        var lives = Prop.ForAll(Gen.Choose(0, 100_000_000).ArrayOf(Steps).ToArbitrary(), life =>
        {
            var world = new LivesWorld();
            foreach (var draw in life)
            {
                Live(world, draw % 20, draw / 20);
                MoneyInvariants.NothingIsOwedTwice(world);
            }

            ComeToRest(world);
            MoneyInvariants.OwedIsWhatThePlacementsSay(world);
            MoneyInvariants.PaidIsOwed(world);
            seen.UnionWith(world.Seen);
        });
        RandomRuns.UntilReached(wanted, () =>
        {
            lives.Check(Config.QuickThrowOnFailure.WithMaxTest(40));
            return seen;
        });
    }

    private static void Live(LivesWorld world, int action, int draw)
    {
        var (person, unit) = (People[draw % 2], Units[draw / 3 % 2]);
        var placement = world.Placements.Reverse().ElementAtOrDefault(draw / 6 % Math.Clamp(world.Placements.Count, 1, 3));
        if (action is 0)
        {
            world.Begin(person, unit, 3 + (draw / 6 % 4));
        }
        else if (action is 1)
        {
            GoodQuarter(world, draw % 3 == 0);
        }
        else if (action <= 4)
        {
            world.Advance(draw % 19);
        }
        else if (action <= 10)
        {
            if (placement.Value is PlacementState.Begun begun)
            {
                world.Step(placement.Key, PlacementStep(world, begun, action, draw / 100));
            }
        }
        else if (action <= 14)
        {
            ClaimStep(world, unit, action, draw / 6);
        }
        else
        {
            MoneyStep(world, action, draw);
        }
    }

    /// <summary>All that is over is reported, the allowance paid, and the last months claimed; perhaps approved at once.</summary>
    private static void GoodQuarter(LivesWorld world, bool isApproved)
    {
        foreach (var (id, placement) in world.Placements.ToList())
        {
            GoodMonths(world, (PlacementState.Begun)placement).ToList().ForEach(step => world.Step(id, step));
            (isApproved ? MendedMonths(world, (PlacementState.Begun)placement) : []).ToList().ForEach(step => world.Step(id, step));
        }

        foreach (var unit in Units)
        {
            Enumerable.Range(0, 5).ToList().ForEach(ago => world.Claim(unit, YearMonth.Of(world.Today.AddMonths(-ago))));
        }

        foreach (var claim in world.Claims.Where(claim => isApproved && claim.Value is ClaimState.Proposed).ToList())
        {
            world.Decide(claim.Key, new ApproveClaim("approver", world.Today));
        }
    }

    private static IEnumerable<PlacementCommand> GoodMonths(LivesWorld world, PlacementState.Begun internship) =>
        internship.InternshipMonths().Where(month => month.To <= world.Today && internship.Months.Of(month.Month).Attendance is null).SelectMany(month =>
            (PlacementCommand[])[
                new ReportAttendance(month, Enough, "unit", world.Today),
                Pay(month.Month, internship.Months.Of(month.Month).Payments.Count, world.Today),
            ]);

    /// <summary>Months that fell short are made good.</summary>
    private static IEnumerable<PlacementCommand> MendedMonths(LivesWorld world, PlacementState.Begun internship) =>
        internship.InternshipMonths().Where(month => internship.Months.Of(month.Month).Attendance is not null).SelectMany(month =>
            (PlacementCommand[])[
                new CorrectAttendance(month, Enough, "更正", "unit", world.Today),
                .. internship.Months.Of(month.Month).AllowancePaid < Allowance
                    ? [Pay(month.Month, internship.Months.Of(month.Month).Payments.Count, world.Today)]
                    : Array.Empty<PlacementCommand>(),
            ]);

    private static RecordAllowance Pay(YearMonth month, int number, DateOnly today) =>
        new(month, new($"A-{month}-{number}", Allowance, "bank_card", today), ["bank_card"], "unit", today);

    private static PlacementCommand PlacementStep(LivesWorld world, PlacementState.Begun internship, int action, int draw)
    {
        var today = world.Today;
        var months = internship.InternshipMonths().Where(month => month.To <= today).ToList();
        var month = months.Count == 0 ? internship.InternshipMonths()[0] : months[^(1 + (draw / 3 % Math.Min(2, months.Count)))];
        var paid = internship.Months.Of(month.Month).Payments;
        var contract = new EmploymentContract(today, today, draw % 2 == 0 ? null : today.AddMonths(12), today);
        return action switch
        {
            6 => draw % 3 == 0
                ? new ReportAttendance(month, TooFew, "unit", today)
                : new CorrectAttendance(month, draw % 3 == 1 ? TooFew : Enough, "更正", "unit", today),
            5 or 7 => Pay(month.Month, paid.Count, today),
            8 or 9 => new ReturnAllowance(paid.LastOrDefault()?.Reference ?? "-", today, "退回", "unit", today),
            _ => (draw % 24) switch
            {
                0 => new EndInternshipEarly(today.AddDays(-(draw / 24 % 20)), "personal", EndReasons, "unit", today),
                1 or 2 => new HireEarly(contract, EarlyHireMonths, HireRules, today),
                3 => new EndEmployment(today.AddDays(-(draw / 24 % 30)), today),
                4 or 5 or 6 or 7 => internship is PlacementState.Completed
                    ? new RetainIntern(contract, HireRules, today)
                    : new CompleteInternship(today),
                _ => new CorrectAttendance(month, draw % 2 == 0 ? TooFew : Enough, "更正", "unit", today),
            },
        };
    }

    private static void ClaimStep(LivesWorld world, Guid unit, int action, int draw)
    {
        var waiting = world.Claims.Where(claim => claim.Value is ClaimState.Proposed).ToList();
        if (action is 11 || (action is 12 && draw % 4 > 0))
        {
            world.Claim(unit, YearMonth.Of(world.Today.AddMonths(-(draw / 4 % 4))));
        }
        else if (action is 12)
        {
            world.Settle(unit, 2023);
        }
        else if (waiting.Count > 0)
        {
            var claim = waiting[draw % waiting.Count];
            if (action is 13 && draw % 3 == 0)
            {
                var rules = MoneySamples.Packs.Overrides(Furong, world.Today);
                world.Decide(claim.Key, new ProposeOverride(1, "attendance.sufficient", "补交证明", rules, "reviewer", world.Today));
                world.Decide(claim.Key, new ConfirmOverride(1, "attendance.sufficient", "approver-2", world.Today));
            }
            else
            {
                var isVain = ((ClaimState.Proposed)claim.Value).Held.IsEmpty;
                world.Decide(claim.Key, isVain || draw % 5 == 0 ? new RejectClaim("有误", "approver", world.Today) : new ApproveClaim("approver", world.Today));
            }
        }
    }

    private static void MoneyStep(LivesWorld world, int action, int draw)
    {
        var (money, run) = (world.Money, Id(900 + (draw % 12)));
        var account = money.Accounts.ElementAtOrDefault(draw / 12 % Math.Max(1, money.Accounts.Count()));
        switch (action)
        {
            case 15:
                money.Propose(run);
                break;
            case 16:
                money.TryStep(run, draw % 7 == 0 ? new RejectPayRun("有误", "checker", world.Today) : new ApprovePayRun("checker", world.Today));
                money.TryStep(run, new ExecutePayRun("payer", world.Today));
                break;
            case 17:
                var said = (draw % 9) switch { 0 or 1 => BankOutcome.Failed, 2 => BankOutcome.Unknown, 3 => BankOutcome.Processing, _ => BankOutcome.Paid };
                var hasArrived = said == BankOutcome.Paid || (said != BankOutcome.Failed && draw % 2 == 0);
                money.Answer(run, 1 + (draw / 12 % 4), hasArrived, said);
                break;
            case 18 when draw % 3 == 0:
                money.Return(run, 1 + (draw / 12 % 4));
                break;
            case 18:
                money.ResolveAll();
                break;
            default:
                Correction(world, account, draw / 100);
                break;
        }
    }

    private static void Correction(LivesWorld world, EntitlementAccount? account, int draw)
    {
        if (account is null)
        {
            return;
        }

        if (draw % 6 == 0)
        {
            world.Correct(account.File, draw % 12 == 0 ? Policy.Money.Zero : Policy.Money.Of(draw % 200_000 / 100m));
        }
        else if (draw % 6 == 1)
        {
            world.Money.Repay(account, account.Recoverable);
        }
        else
        {
            world.Money.Try(account.File, new ApproveCorrection("approver-2", world.Today));
        }
    }

    /// <summary>Every correction is approved, every run settled, and new runs pay all that is left.</summary>
    private static void ComeToRest(LivesWorld world)
    {
        for (var run = 0; run <= 14; run++)
        {
            world.Money.ResolveAll();
            foreach (var account in world.Money.Accounts.ToList())
            {
                world.Money.Try(account.File, new ApproveCorrection("approver-2", world.Today));
            }

            world.Money.Propose(Id(900 + run));
            world.Money.TryStep(Id(900 + run), new ApprovePayRun("checker", world.Today));
            world.Money.TryStep(Id(900 + run), new ExecutePayRun("payer", world.Today));
            world.Money.TryStep(Id(900 + run), new RejectPayRun("金额已变", "checker", world.Today));
            for (var line = 1; line <= 60; line++)
            {
                world.Money.Answer(Id(900 + run), line, hasArrived: true, BankOutcome.Paid);
            }
        }
    }
}
