using YouthPlatform.Internships.Claims;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Policy;
using static YouthPlatform.Internships.Tests.Samples;

namespace YouthPlatform.Internships.Tests.Lives;

/// <summary>What holds of the money in every life.</summary>
internal static class MoneyInvariants
{
    /// <summary>At any moment: a person's month of a kind is owed by one account and held by one claim, and no amount has parts of a fen.</summary>
    public static void NothingIsOwedTwice(LivesWorld world)
    {
        foreach (var key in world.Money.Accounts.GroupBy(account => account.File.Key))
        {
            key.Count(account => !account.IsVoided).ShouldBeLessThanOrEqualTo(1);
            key.Count(account => account.Owed > Money.Zero).ShouldBeLessThanOrEqualTo(1);
            key.Count(account => account.NetPaid > Money.Zero).ShouldBeLessThanOrEqualTo(1);
            key.ShouldAllBe(account => account.Owed >= Money.Zero && decimal.Round(account.Owed.Amount, 2) == account.Owed.Amount);
        }

        world.Money.TimesArrived.ShouldAllBe(times => times == 1);
    }

    /// <summary>A count of its own: the month lies in the internship, was attended to 80 %, and the intern has the allowance; or the hire runs on.</summary>
    public static void OwedIsWhatThePlacementsSay(LivesWorld world)
    {
        foreach (var claim in world.Claims.Values.OfType<ClaimState.Approved>())
        {
            foreach (var line in claim.File.Lines.Where(line => claim.Granted.Contains(line.Line) && line.Kind == SubsidyKinds.Monthly && line.AllChecksPassed()))
            {
                var file = ClaimGrants.EntitlementOf(claim.File, line);
                var account = world.Money.StateOf(file).AccountOrNull!;
                if (account.File.DecisionId == claim.File.ClaimId && !account.IsVoided && !world.Touched.Contains(account.File.EntitlementId))
                {
                    var isDue = IsDue((PlacementState.Begun)world.Placements[line.PlacementId], line);
                    account.Owed.ShouldBe(isDue ? line.Amount : Money.Zero);
                }
            }
        }
    }

    private static bool IsDue(PlacementState.Begun internship, ClaimLine line)
    {
        var record = internship.Months.Of(line.Month);
        var received = record.Payments.Where(payment => !record.Returned.Contains(payment.Reference)).Sum(payment => payment.Amount.Amount);
        return line.To <= internship.LastDay
            ? record.Attendance is { } attendance && attendance.DaysPresent * 5 >= attendance.WorkingDays * 4 && received >= Allowance.Amount
            : internship is PlacementState.HiredEarly hired && !(hired.Employment.LeftOn < line.To);
    }

    public static void PaidIsOwed(LivesWorld world)
    {
        foreach (var payee in world.Money.Accounts.GroupBy(account => account.File.Payee))
        {
            payee.ShouldAllBe(account => !account.IsFrozen && account.Payable == Money.Zero && account.Reservations.IsEmpty);
            var debt = payee.Select(account => account.Recoverable).Sum();
            (world.Money.Received(payee.Key) - debt).ShouldBe(payee.Select(account => account.Owed).Sum());
        }
    }
}
