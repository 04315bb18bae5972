using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.Policy;
using YouthPlatform.Reviews;

namespace YouthPlatform.GraduateTracking.Pairings;

/// <summary>What a cadre does for students: at least 2 fitting recommendations each, and help until they have found work (G3 §三(三)1, 附件2).</summary>
internal static class PairingRules
{
    private const string EmployedFlag = "employed";
    private const int LongestText = 100;

    public static IReadOnlyList<CadreEvent> Pair(PairStudent command, CadreState.Registered cadre)
    {
        if (cadre.Students.ContainsKey(command.PersonId))
        {
            return [];
        }

        if (!command.Eligibility.Eligible)
        {
            var missing = command.Eligibility.Checks.Where(check => !check.Passed).Select(check => check.Name);
            throw new RuleViolation("pairing.not_eligible", $"该人员不属于本项结对帮扶的对象，未通过的核对项：{string.Join('、', missing)}。");
        }

        RequirePlace(cadre, command.Limit);
        return
        [
            new StudentPaired(
                cadre.File.CadreId,
                cadre.File.Programme,
                command.PairingId,
                command.PersonId,
                command.Region,
                command.IsUnemployedHardship,
                command.Eligibility.Checks,
                command.Limit.Version,
                command.Actor,
                command.Today),
        ];
    }

    public static IReadOnlyList<CadreEvent> Recommend(RecommendJob command, CadreState.Registered cadre)
    {
        var student = StudentOf(command.PersonId, cadre);
        if (student.Recommended.ContainsKey(command.RecommendationId))
        {
            return [];
        }

        RequireDay(command.On, student, command.Today);
        var job = command.Job with { Title = command.Job.Title.Trim(), Employer = command.Job.Employer.Trim(), Reasons = [.. command.Job.Reasons.Distinct()] };
        if (job.Title.Length is 0 or > LongestText || job.Employer.Length is 0 or > LongestText)
        {
            throw new RuleViolation("pairing.job_incomplete", $"请填写岗位名称和用人单位，各不超过 {LongestText} 字。");
        }

        if (job.Reasons.Count == 0 || job.Reasons.Any(reason => !command.FitReasons.Contains(reason)))
        {
            throw job.Reasons.Count == 0
                ? new RuleViolation("pairing.fit_missing", "请至少填写一项岗位适合该学生的理由。")
                : CodeLists.Unknown("pairing.fit_unknown", command.FitReasons);
        }

        return student.Recommended.Values.Any(known => (known.Title, known.Employer) == (job.Title, job.Employer))
            ? throw new RuleViolation("pairing.job_recommended_already", "该岗位已向该学生推荐过，重复推荐不再计数。")
            : [new FittingJobRecommended(
                cadre.File.CadreId, student.PairingId, student.PersonId, student.Region, command.RecommendationId, job, command.Actor, command.On)];
    }

    public static IReadOnlyList<CadreEvent> Follow(FollowStudent command, CadreState.Registered cadre)
    {
        var student = StudentOf(command.PersonId, cadre);
        RequireDay(command.On, student, command.Today);
        var kind = command.Kinds.Require(command.Kind, "pairing.follow_up_unknown");
        return [new StudentFollowed(cadre.File.CadreId, student.PairingId, student.PersonId, kind.Code, command.Actor, command.On)];
    }

    public static IReadOnlyList<CadreEvent> End(EndPairing command, CadreState.Registered cadre)
    {
        var student = StudentOf(command.PersonId, cadre);
        var reason = command.Reasons.Require(command.Reason, "pairing.end_unknown");
        var isEmployed = reason.Has(EmployedFlag);
        if (isEmployed && command.EmployedOn is null)
        {
            throw new RuleViolation("pairing.not_employed", "台账中尚无该学生已就业的依据，请先登记就业状况；帮扶应持续到学生找到工作。");
        }

        return
        [
            new PairingEnded(
                cadre.File.CadreId,
                cadre.File.Programme,
                student.PairingId,
                student.PersonId,
                student.Region,
                reason.Code,
                isEmployed ? command.EmployedOn : null,
                command.Actor,
                command.Today),
        ];
    }

    public static IReadOnlyList<CadreEvent> HandOver(HandStudentOver command, CadreState.Registered cadre)
    {
        var student = StudentOf(command.PersonId, cadre);
        return command.ToCadreId == cadre.File.CadreId
            ? throw new RuleViolation("pairing.handover_self", "请选择另一名帮扶干部接收。")
            : [new StudentHandedOver(
                cadre.File.CadreId, student.PairingId, student.PersonId, command.ToCadreId, Reasons.Require(command.Reason), command.Actor, command.Today)];
    }

    public static IReadOnlyList<CadreEvent> TakeOver(TakeStudentOver command, CadreState.Registered cadre)
    {
        if (cadre.Students.ContainsKey(command.Student.PersonId))
        {
            return [];
        }

        RequirePlace(cadre, command.Limit);
        return [new StudentTakenOver(cadre.File.CadreId, command.Student, command.FromCadreId, command.Limit.Version, command.Today)];
    }

    /// <summary>The student of a cadre.</summary>
    /// <exception cref="RuleViolation">The cadre has no such student.</exception>
    public static PairedStudent StudentOf(Guid personId, CadreState.Registered cadre) => cadre.Students.TryGetValue(personId, out var student)
        ? student
        : throw new RuleViolation("pairing.not_paired", "该学生未与该干部结对，或结对已结束。");

    private static void RequirePlace(CadreState.Registered cadre, Rule<NumberRange> limit)
    {
        if (cadre.Students.Count >= limit.Value.Max)
        {
            throw new RuleViolation("pairing.limit_reached", $"每名干部最多与 {limit.Value.Max:0} 名学生结对。");
        }
    }

    private static void RequireDay(DateOnly day, PairedStudent student, DateOnly today)
    {
        if (day < student.BegunOn || day > today)
        {
            throw new RuleViolation("pairing.date", "日期不得早于结对之日，也不得晚于今天。");
        }
    }
}
