using System.Text.Json.Nodes;
using YouthPlatform.Policy;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// A host unit reports each full month of its interns and claims it; one approves. Every so many units have an intern who was not paid, which
/// must be found.
/// </summary>
internal sealed class ClaimStory(World world, SimulatedUnit unit)
{
    /// <summary>Every so many units' first payment has a line that the bank refuses once.</summary>
    private const int RefusedEvery = 5;

    /// <summary>Every so many units do not pay one of their interns in the second month.</summary>
    private const int UnpaidEvery = 7;

    /// <summary>Every so many units send attendance and allowances as a file.</summary>
    private const int FileEvery = 2;

    /// <summary>In every so many units an intern was ill in the first month and has a certificate: two officials pass the check over.</summary>
    private const int IllEvery = 8;
    private const int IllRemainder = 5;

    /// <summary>Every so many units correct the attendance of an intern after the first month was paid, which is clawed back.</summary>
    private const int CorrectsEvery = 6;
    private const int CorrectsRemainder = 1;

    /// <summary>Every so many units' second payment has a line that the bank pays and returns.</summary>
    private const int ReturnsRemainder = 3;

    private const int DaysWhenIll = 3;

    private bool HasIll => unit.Number % IllEvery == IllRemainder && !FraudStory.IsIn(unit);

    public void Plan()
    {
        var number = 0;
        foreach (var month in SubsidyMonths.Of(unit.StartsOn, unit.EndsOn))
        {
            number++;
            var bankRefuses = number == 1 && unit.Number % RefusedEvery == 0;
            var oneIsUnpaid = number == 2 && unit.Number % UnpaidEvery == 0;
            var bankReturns = number == 2 && unit.Number % RefusedEvery == ReturnsRemainder;
            var isFirst = number == 1;
            world.Agenda.On(month.To.AddDays(1), () => ClaimAsync(month, isFirst, oneIsUnpaid, bankRefuses, bankReturns));
        }
    }

    private async Task ClaimAsync(SubsidyMonth month, bool isFirst, bool oneIsUnpaid, bool bankRefuses, bool bankReturns)
    {
        var day = month.To.AddDays(1);
        var interns = unit.Interns.Where(intern => !intern.HasLeft).OrderBy(intern => intern.Person).ToList();
        if (interns.Count == 0)
        {
            return;
        }

        if (unit.Number % FileEvery == 0)
        {
            await new AttendanceFileStory(world, unit).ReportAsync(interns, month, unpaid: oneIsUnpaid ? interns[0] : null);
        }
        else
        {
            foreach (var intern in interns)
            {
                await ReportAsync(intern, month, isPaid: !(oneIsUnpaid && intern == interns[0]), isIll: isFirst && HasIll && intern == interns[0]);
            }
        }

        var claim = await world.Platform.PostAsync(
            unit.Account,
            "/api/internships/v1/claims",
            new()
            {
                ["month"] = month.Month.ToString(),
                ["lines"] = new JsonArray([.. interns.Select(intern => new JsonObject { ["placementId"] = intern.PlacementId.ToString() })]),
            },
            $"claim-{unit.Number}-{month.Month}");
        var key = $"claim-{unit.Number}-{month.Month}";
        RequireFound(claim, oneIsUnpaid, isFirst && HasIll);
        if (isFirst && HasIll)
        {
            claim = await OverrideStory.PassOverAsync(world, unit, claim, "attendance.sufficient", key);
        }

        world.Agenda.On(day.AddDays(2), () => AnswerAsync(claim, key));
        new PayRunStory(world, unit.Prefecture, $"{unit.Number}-{month.Month}").Plan(day.AddDays(3), bankRefuses, bankReturns);
        if (isFirst && !HasIll && !FraudStory.IsIn(unit) && unit.Number % CorrectsEvery == CorrectsRemainder)
        {
            new CorrectionStory(world, unit, interns[0]).Plan(claim.Id("claimId"), month, day.AddDays(7));
        }
    }

    /// <summary>What is payable is approved; a claim of which nothing is left is rejected.</summary>
    private Task<Reply> AnswerAsync(Reply claim, string key)
    {
        var approver = Persona.Official("approver", unit.Prefecture);
        var path = $"/api/internships/v1/claims/{claim.Id("claimId")}";
        return claim["lines"].AsArray().All(line => (string)line!["payment"]! == "refused")
            ? world.Platform.PostAsync(approver, $"{path}/rejection", new() { ["reason"] = "没有通过核验的明细" }, $"{key}-rejection", claim.ETag)
            : world.Platform.PostAsync(approver, $"{path}/approval", null, $"{key}-approval", claim.ETag);
    }

    private async Task ReportAsync(SimulatedIntern intern, SubsidyMonth month, bool isPaid, bool isIll)
    {
        var path = $"/api/internships/v1/placements/{intern.PlacementId}";
        var key = $"placement-{intern.Person}-{month.Month}";
        var days = isIll ? DaysWhenIll : world.Policies.Calendar.WorkingDaysBetween(month.From.AddDays(-1), month.To);
        var reported = await world.Platform.PostAsync(
            unit.Account, $"{path}/attendance", new() { ["month"] = month.Month.ToString(), ["daysPresent"] = days }, $"{key}-attendance", intern.ETag);
        intern.ETag = reported.ETag!;
        if (!isPaid)
        {
            return;
        }

        var paid = await world.Platform.PostAsync(
            unit.Account,
            $"{path}/allowances",
            new()
            {
                ["month"] = month.Month.ToString(),
                ["amount"] = Json.Money(1_800m),
                ["channel"] = "bank_card",
                ["paidOn"] = month.To.Text(),
                ["reference"] = $"A{month.Month}",
            },
            $"{key}-allowance",
            intern.ETag);
        intern.ETag = paid.ETag!;
    }

    /// <summary>The platform must find who was not paid, who was absent and who is insured elsewhere, each by its check, and nobody else.</summary>
    private void RequireFound(Reply claim, bool oneIsUnpaid, bool oneWasIll)
    {
        var refused = claim["lines"].AsArray().Where(line => (string)line!["payment"]! == "refused").Select(line => line!).ToList();
        string[] expected = [.. oneIsUnpaid ? ["allowance.paid"] : Array.Empty<string>(), .. oneWasIll ? ["attendance.sufficient"] : Array.Empty<string>(), .. FraudStory.IsIn(unit) ? [FraudStory.Check] : Array.Empty<string>()];
        string[] found = [.. refused.SelectMany(line => line["checks"]!.AsArray()).Where(check => !(bool)check!["passed"]!).Select(check => (string)check!["name"]!)];
        if (refused.Count != Math.Min(1, expected.Length) || !found.Order().SequenceEqual(expected.Order()))
        {
            throw new SimulationException(
                $"A claim of {unit.Code} was refused for [{string.Join(", ", found)}], expected [{string.Join(", ", expected)}]: {claim.Body!.ToJsonString()}");
        }
    }
}
