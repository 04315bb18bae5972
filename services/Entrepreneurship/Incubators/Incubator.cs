using System.Collections.Immutable;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Incubators;

/// <summary>An incubator (H32 §二(三)7, W62 §二(三), E17 §二(三)).</summary>
/// <param name="IncubatorId">The incubator.</param>
/// <param name="Name">Name.</param>
/// <param name="CreditCode">Unified social credit code of who runs it.</param>
/// <param name="Region">Region.</param>
/// <param name="Places">Places for tenants.</param>
/// <param name="Services">Codes of <c>incubator.services</c>.</param>
internal sealed record IncubatorFile(Guid IncubatorId, string Name, string CreditCode, RegionCode Region, int Places, IReadOnlyList<string> Services);

/// <summary>A tenant.</summary>
/// <param name="TenantId">The tenancy.</param>
/// <param name="LeaderId">Who leads the team.</param>
/// <param name="IsGraduate">Whether that is a graduate or student.</param>
/// <param name="FirmCode">The team's firm, if it has one.</param>
/// <param name="Places">Places taken.</param>
/// <param name="Terms">free or reduced.</param>
/// <param name="From">First day.</param>
internal sealed record Tenancy(Guid TenantId, Guid LeaderId, bool IsGraduate, string? FirmCode, int Places, string Terms, DateOnly From);

internal abstract record IncubatorState
{
    private IncubatorState()
    {
    }

    public virtual IncubatorFile? FileOrNull => null;

    public sealed record NotApplied : IncubatorState;

    public sealed record Applied(IncubatorFile File, string AppliedBy) : IncubatorState
    {
        public override IncubatorFile FileOrNull => File;
    }

    /// <param name="File">The incubator.</param>
    /// <param name="Until">Last day of the certification.</param>
    /// <param name="Tenants">Tenants at present.</param>
    /// <param name="CheckedYears">Years whose check was passed.</param>
    public sealed record Certified(
        IncubatorFile File, DateOnly Until, ImmutableSortedDictionary<Guid, Tenancy> Tenants, ImmutableSortedSet<int> CheckedYears) : IncubatorState
    {
        public override IncubatorFile FileOrNull => File;

        public int FreePlaces => File.Places - Tenants.Values.Sum(tenant => tenant.Places);
    }

    /// <param name="File">The incubator.</param>
    /// <param name="Outcome">refused or revoked.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Over(IncubatorFile File, string Outcome, string Reason) : IncubatorState
    {
        public override IncubatorFile FileOrNull => File;
    }
}

internal abstract record IncubatorCommand;

internal sealed record ApplyAsIncubator(IncubatorFile File, CategoryList Services, string Actor, DateOnly Today) : IncubatorCommand;

internal sealed record CertifyIncubator(Rule<int> Years, string Actor, DateOnly Today) : IncubatorCommand;

internal sealed record RefuseIncubator(string? Reason, string Actor, DateOnly Today) : IncubatorCommand;

internal sealed record GrantSpace(Tenancy Tenancy, string Actor, DateOnly Today) : IncubatorCommand;

internal sealed record EndTenancy(Guid TenantId, DateOnly Today) : IncubatorCommand;

internal sealed record RecordCheck(int Year, bool IsPassed, string? Findings, string Actor, DateOnly Today) : IncubatorCommand;

internal abstract record IncubatorEvent;

internal sealed record IncubatorApplied(IncubatorFile File, string AppliedBy, DateOnly AppliedOn) : IncubatorEvent;

internal sealed record IncubatorCertified(IncubatorFile File, DateOnly Until, RuleVersion Rule, string CertifiedBy, DateOnly CertifiedOn) : IncubatorEvent;

internal sealed record IncubatorRefused(Guid IncubatorId, string Reason, string RefusedBy, DateOnly RefusedOn) : IncubatorEvent;

/// <summary>A team got space (column 10 of the progress form counts incubators that offer it free of charge to graduates).</summary>
internal sealed record SpaceGranted(Guid IncubatorId, RegionCode Region, Tenancy Tenancy, string GrantedBy, DateOnly GrantedOn) : IncubatorEvent;

internal sealed record TenancyEnded(Guid IncubatorId, Guid TenantId, DateOnly EndedOn) : IncubatorEvent;

internal sealed record YearlyCheckPassed(Guid IncubatorId, int Year, string? Findings, string CheckedBy, DateOnly CheckedOn) : IncubatorEvent;

/// <summary>The yearly check was failed: the certification ends.</summary>
internal sealed record CertificationRevoked(
    Guid IncubatorId, RegionCode Region, int Year, string Reason, string RevokedBy, DateOnly RevokedOn) : IncubatorEvent;

/// <summary>An incubator: certified by an official for some years, checked every year, with places for tenants.</summary>
internal sealed class Incubator : IDecider<IncubatorState, IncubatorCommand, IncubatorEvent>
{
    private Incubator()
    {
    }

    public static IncubatorState Initial { get; } = new IncubatorState.NotApplied();

    public static string Stream(Guid incubatorId) => $"incubator-{incubatorId}";

    public static IncubatorState Evolve(IncubatorState state, IncubatorEvent recorded) => (recorded, state) switch
    {
        (IncubatorApplied e, _) => new IncubatorState.Applied(e.File, e.AppliedBy),
        (IncubatorCertified e, _) => new IncubatorState.Certified(e.File, e.Until, ImmutableSortedDictionary<Guid, Tenancy>.Empty, []),
        (IncubatorRefused e, IncubatorState.Applied s) => new IncubatorState.Over(s.File, "refused", e.Reason),
        (SpaceGranted e, IncubatorState.Certified s) => s with { Tenants = s.Tenants.Add(e.Tenancy.TenantId, e.Tenancy) },
        (TenancyEnded e, IncubatorState.Certified s) => s with { Tenants = s.Tenants.Remove(e.TenantId) },
        (YearlyCheckPassed e, IncubatorState.Certified s) => s with { CheckedYears = s.CheckedYears.Add(e.Year) },
        (CertificationRevoked e, IncubatorState.Certified s) => new IncubatorState.Over(s.File, "revoked", e.Reason),
        _ => state,
    };

    public static IReadOnlyList<IncubatorEvent> Decide(IncubatorCommand command, IncubatorState state) => (command, state) switch
    {
        (ApplyAsIncubator c, IncubatorState.NotApplied) => IncubatorRules.Apply(c),
        (ApplyAsIncubator, _) => throw new RuleViolation("incubator.already_applied", "该创业孵化基地已申报。"),
        (_, IncubatorState.NotApplied) => throw new RuleViolation("incubator.not_found", "没有该创业孵化基地。"),
        (CertifyIncubator c, IncubatorState.Applied s) => IncubatorRules.Certify(c, s),
        (CertifyIncubator, IncubatorState.Certified) => [],
        (RefuseIncubator c, IncubatorState.Applied s) => IncubatorRules.Refuse(c, s),
        (RefuseIncubator, IncubatorState.Over { Outcome: "refused" }) => [],
        (CertifyIncubator or RefuseIncubator, _) => throw new RuleViolation("incubator.not_under_review", "该申报不在审核中。"),
        (GrantSpace c, IncubatorState.Certified s) => IncubatorRules.Grant(c, s),
        (EndTenancy c, IncubatorState.Certified s) => s.Tenants.ContainsKey(c.TenantId) ? [new TenancyEnded(s.File.IncubatorId, c.TenantId, c.Today)] : [],
        (RecordCheck c, IncubatorState.Certified s) => IncubatorRules.Check(c, s),
        _ => throw new RuleViolation("incubator.not_certified", "该创业孵化基地未获认定或认定已撤销。"),
    };
}

/// <summary>What is asked of an incubator.</summary>
internal static class IncubatorRules
{
    public static IReadOnlyList<IncubatorEvent> Apply(ApplyAsIncubator command)
    {
        var file = command.File;
        if (file.Places < 1 || string.IsNullOrWhiteSpace(file.Name) || !CreditCode.TryParse(file.CreditCode, out _, out _))
        {
            throw new RuleViolation("incubator.file_invalid", "请填写名称、正确的统一社会信用代码和至少一个孵化位。");
        }

        return file.Services.All(command.Services.Contains)
            ? [new IncubatorApplied(file with { Name = file.Name.Trim() }, command.Actor, command.Today)]
            : throw new RuleViolation("incubator.service_unknown", $"服务项目应为：{string.Join('、', command.Services.Items.Select(item => $"{item.Code}（{item.Name}）"))}。");
    }

    public static IReadOnlyList<IncubatorEvent> Certify(CertifyIncubator command, IncubatorState.Applied applied)
    {
        FourEyes.Require(command.Actor, applied.AppliedBy);
        return [new IncubatorCertified(applied.File, command.Today.AddYears(command.Years.Value).AddDays(-1), command.Years.Version, command.Actor, command.Today)];
    }

    public static IReadOnlyList<IncubatorEvent> Refuse(RefuseIncubator command, IncubatorState.Applied applied)
    {
        FourEyes.Require(command.Actor, applied.AppliedBy);
        return [new IncubatorRefused(applied.File.IncubatorId, Reasons.Require(command.Reason), command.Actor, command.Today)];
    }

    public static IReadOnlyList<IncubatorEvent> Grant(GrantSpace command, IncubatorState.Certified incubator)
    {
        var tenancy = command.Tenancy;
        if (command.Today > incubator.Until)
        {
            throw new RuleViolation("incubator.certification_lapsed", $"认定有效期至 {incubator.Until:yyyy-MM-dd}。");
        }

        if (tenancy.Terms is not ("free" or "reduced") || tenancy.Places < 1)
        {
            throw new RuleViolation("tenancy.invalid", "场地条件应为 free（免费）或 reduced（减免），孵化位至少 1 个。");
        }

        if (incubator.Tenants.Values.Any(known => known.LeaderId == tenancy.LeaderId))
        {
            throw new RuleViolation("tenancy.already_there", "该团队已入驻。");
        }

        return tenancy.Places <= incubator.FreePlaces
            ? [new SpaceGranted(incubator.File.IncubatorId, incubator.File.Region, tenancy, command.Actor, command.Today)]
            : throw new RuleViolation("incubator.full", $"剩余孵化位 {incubator.FreePlaces} 个，不足 {tenancy.Places} 个。");
    }

    public static IReadOnlyList<IncubatorEvent> Check(RecordCheck command, IncubatorState.Certified incubator)
    {
        if (command.Year > command.Today.Year)
        {
            throw new RuleViolation("incubator.check_in_future", "年度检查的年份晚于今年。");
        }

        if (command.IsPassed)
        {
            return incubator.CheckedYears.Contains(command.Year)
                ? []
                : [new YearlyCheckPassed(incubator.File.IncubatorId, command.Year, command.Findings, command.Actor, command.Today)];
        }

        return
        [
            new CertificationRevoked(
                incubator.File.IncubatorId, incubator.File.Region, command.Year, Reasons.Require(command.Findings), command.Actor, command.Today),
        ];
    }
}
