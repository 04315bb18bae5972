using YouthPlatform.EventStore;
using YouthPlatform.Imports.Files;
using YouthPlatform.Imports.Progress;
using YouthPlatform.Imports.Running;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Internships.Registers;

/// <summary>A register of another department as a file of any size, compared with claims from its first batch on (H9 §四(二)).</summary>
internal abstract class RegisterFile(IEventStore store, string kind, params IReadOnlyList<ImportColumn> columns) : ImportKind
{
    protected static readonly ImportColumn PersonId = new("person_id", true, "人员编号");
    protected static readonly ImportColumn AnyPersonId = PersonId with { IsRequired = false };
    protected static readonly ImportColumn UnitCode = new("unit_code", true, "统一社会信用代码");
    protected static readonly ImportColumn AnyUnitCode = UnitCode with { IsRequired = false };
    protected static readonly ImportColumn Account = new("account", true, "账户摘要");

    private static readonly ImportColumn AsOf = new("as_of", true, "数据截至日期");
    private static readonly ImportColumn From = new("valid_from", true, "起始日期");
    private static readonly ImportColumn To = new("valid_to", false, "终止日期");

    public override string Name => $"register_{kind}";

    public override int BatchSize => 1000;

    public override IReadOnlyList<ImportColumn> Columns { get; } = [.. columns, From, To, AsOf];

    /// <summary>A register comes from the authority of one region.</summary>
    public override async Task<ImportScope> ScopeOfAsync(Caller caller, CancellationToken cancellationToken)
    {
        var scope = await base.ScopeOfAsync(caller, cancellationToken);
        return scope.Regions.Count == 1 ? scope : throw new ForbiddenException("auth.one_region", "登记数据须由负责一个地区的账户提交。");
    }

    public override async Task<BatchDecision> DecideAsync(ImportJob job, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        List<(RegisterEntry Entry, DateOnly AsOf)> taken = [];
        List<RowRemark> remarks = [];
        foreach (var row in rows)
        {
            try
            {
                taken.Add((EntryOf(row), DayOf(row, job.Today)));
            }
            catch (RuleViolation violation)
            {
                remarks.Add(RowRemark.Rejected(row.Number, violation));
            }
        }

        return new BatchDecision(taken.Count == 0 ? [] : await AppendsAsync(job, rows[0].Number, taken, cancellationToken), [], remarks);
    }

    private static DateOnly DayOf(ImportRow row, DateOnly today) =>
        row.Date(AsOf) is var day && day <= today ? day : throw new RuleViolation("register.in_future", "数据截至日期晚于今日。");

    private async Task<IReadOnlyList<StreamAppend>> AppendsAsync(
        ImportJob job, long fromRow, List<(RegisterEntry Entry, DateOnly AsOf)> taken, CancellationToken cancellationToken)
    {
        RegisterSource source = new(job.ImportId, kind, RegionCode.Parse(job.Scope.Regions[0]), job.Actor);
        var register = await RegisterAggregate.LoadAsync(store, Register.Stream(job.ImportId), cancellationToken);
        RegisterEntriesTaken entries = new(job.ImportId, kind, fromRow, taken.Max(row => row.AsOf), [.. taken.Select(row => row.Entry)]);
        return
        [
            register.Decide(new BeginRegister(source, job.Today)).Append,
            new StreamAppend(Register.EntriesStream(job.ImportId, fromRow), 0, [entries]),
        ];
    }

    private RegisterEntry EntryOf(ImportRow row)
    {
        var entry = new RegisterEntry(
            row.Date(From),
            row.Has(PersonId) || Columns.Contains(PersonId) ? row.Id(PersonId) : null,
            row.Has(UnitCode) || Columns.Contains(UnitCode) ? UnitOf(row) : null,
            Columns.Contains(Account) ? row.Text(Account) : null,
            row.Has(To) ? row.Date(To) : null);
        if (entry.To < entry.From)
        {
            throw new RuleViolation("register.period_reversed", "终止日期早于起始日期。");
        }

        return entry.Value is null || (entry.PersonId is not null ^ entry.UnitCode is not null)
            ? entry
            : throw new RuleViolation("register.account_holder", "账户应属于一名人员或一个单位。");
    }

    private static string UnitOf(ImportRow row) => CreditCode.TryParse(row.Text(UnitCode), out var code, out _)
        ? code.Value
        : throw new RuleViolation("register.unit_code_invalid", "统一社会信用代码不正确。");
}
