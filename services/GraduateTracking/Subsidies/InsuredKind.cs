using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Subsidies.LateMatches;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.Imports.Files;
using YouthPlatform.Imports.Progress;
using YouthPlatform.Imports.Running;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Subsidies;

/// <summary>
/// The month's newly insured of small and medium firms (H32 §二(一)2), matched with the ledger by keyed hash. Of a row about somebody who is not on the
/// ledger the hash and the job are kept for a while (<see cref="WaitingInsured"/>). No citizen id is kept: it is hashed as the row is read.
/// </summary>
internal sealed class InsuredKind(
    PersonSearch search, IEventStore store, LedgerFactsReader ledger, SubsidyAssessment assessment, WaitingInsured waiting, PolicyData policy)
    : ImportKind
{
    private const string NotOnLedger = "insured.not_on_ledger";
    private const string AlreadyKnown = "insured.already_known";
    private const int LookupBytes = 32;

    private static readonly ImportColumn PersonCode = new("person_code", false, "人员校验码");
    private static readonly ImportColumn CitizenIdColumn = new("citizen_id", false, "身份证号", "身份证号码", "公民身份号码");
    private static readonly ImportColumn CreditCodeColumn = new("credit_code", true, "统一社会信用代码");
    private static readonly ImportColumn FirmSize = new("firm_size", true, "企业规模", "划型");
    private static readonly ImportColumn Region = new("region", true, "参保地区划代码", "参保地");
    private static readonly ImportColumn InsuredFrom = new("insured_from", true, "参保起始日期", "参保日期");
    private static readonly ImportColumn InsuredTo = new("insured_to", false, "停保日期");
    private static readonly ImportColumn ContractFrom = new("contract_from", false, "合同起始日期");
    private static readonly ImportColumn ContractTo = new("contract_to", false, "合同终止日期");

    public override string Name => "newly_insured";

    public override bool KeepsContent => false;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
        [PersonCode, CitizenIdColumn, CreditCodeColumn, FirmSize, Region, InsuredFrom, InsuredTo, ContractFrom, ContractTo];

    public override string? ReasonOf(string code) => code switch
    {
        NotOnLedger => "该人员不在实名台账中",
        AlreadyKnown => "该行内容此前已登记",
        _ => null,
    };

    public override async Task<BatchDecision> DecideAsync(ImportJob job, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var known = await FindAsync(rows, cancellationToken);
        var people = await ledger.ReadAsync([.. known.Values.Select(person => person.PersonId)], cancellationToken);
        var streams = new BatchStreams(store);
        List<WaitingRow> unknown = [];
        var decision = await streams.DecideAsync(rows, async row =>
        {
            var key = CitizenIdOf(row)?.Reveal() ?? CodeOf(row) ?? throw new RuleViolation("insured.person_invalid", "身份证号或人员校验码不正确。");
            if (!known.TryGetValue(key, out var person) || !people.TryGetValue(person.PersonId, out var facts))
            {
                unknown.AddRange(WaitingOf(row, job, key));
                return new RowRemark(row.Number, RowStatus.Rejected, NotOnLedger);
            }

            var files = assessment.Match(JobOf(row, job), facts, BirthDateOf(row));
            var decided = 0L;
            foreach (var file in files)
            {
                decided += await DecideAsync(streams, row, file, job, cancellationToken);
            }

            return decided > 0 ? null : new RowRemark(row.Number, RowStatus.AlreadyKnown, AlreadyKnown);
        });
        return decision with { Statements = [.. decision.Statements, .. waiting.Keep(unknown)] };
    }

    /// <summary>What is kept of a row whose person may come onto the ledger yet.</summary>
    private IEnumerable<WaitingRow> WaitingOf(ImportRow row, ImportJob job, string key)
    {
        var insured = JobOf(row, job);
        if (waiting.KeepUntil(insured.Region, job.Today) is { } keepUntil)
        {
            var lookup = CitizenIdOf(row) is { } citizenId ? waiting.LookupOf(citizenId) : Convert.FromHexString(key);
            yield return new(lookup, insured, row.Has(InsuredTo) ? row.Date(InsuredTo) : null, keepUntil);
        }
    }

    private static async Task<long> DecideAsync(
        BatchStreams streams, ImportRow row, SubsidyFile file, ImportJob job, CancellationToken cancellationToken)
    {
        var subsidy = await streams.LoadAsync<Subsidy, SubsidyState, SubsidyCommand, SubsidyEvent>(Subsidy.Stream(file.SubsidyId), cancellationToken);
        var before = subsidy.Version;
        subsidy = streams.Decide(subsidy, new FindSubsidy(file, job.Today));
        if (row.Has(InsuredTo))
        {
            subsidy = streams.Decide(subsidy, new EndInsurance(row.Date(InsuredTo), job.Today));
        }

        return subsidy.Version - before;
    }

    /// <summary>The people of rows, by citizen id or by code.</summary>
    private async Task<Dictionary<string, KnownPerson>> FindAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var byId = await search.FindAsync([.. rows.Select(CitizenIdOf).OfType<CitizenId>().Select(id => id.Reveal()).Distinct()], cancellationToken);
        var byCode = await search.FindByCodeAsync([.. rows.Select(CodeOf).OfType<string>().Distinct()], cancellationToken);
        return byId.Concat(byCode).ToDictionary();
    }

    private static CitizenId? CitizenIdOf(ImportRow row) => CitizenId.TryParse(row[CitizenIdColumn.Name], out var citizenId, out _) ? citizenId : null;

    /// <summary>The keyed hash by which the row's person is found; null when the row has none that can be read.</summary>
    private static string? CodeOf(ImportRow row) =>
        row[PersonCode.Name] is { Length: 2 * LookupBytes } text && text.All(char.IsAsciiHexDigit) ? text.ToUpperInvariant() : null;

    private static DateOnly? BirthDateOf(ImportRow row) => CitizenIdOf(row)?.BirthDate;

    private InsuredJob JobOf(ImportRow row, ImportJob job)
    {
        if (!CreditCode.TryParse(row.Text(CreditCodeColumn), out var code, out var problem))
        {
            throw new RuleViolation("insured.credit_code_invalid", $"{CreditCode.Describe(problem.Value)}。");
        }

        if (!policy.Regions.TryGet(row.Text(Region), out var region) || region.Level != RegionLevel.County)
        {
            throw new RuleViolation("region.unknown", "参保地不是已登记的县级行政区划。");
        }

        if (!job.Scope.Regions.Any(own => RegionCode.Parse(own).Covers(region.Code)))
        {
            throw new RuleViolation("insured.region_not_covered", "参保地不在报送部门的管辖范围内。");
        }

        var insuredFrom = row.Date(InsuredFrom);
        if (insuredFrom > job.Today)
        {
            throw new RuleViolation("insured.in_the_future", "参保起始日期晚于今天。");
        }

        var size = row.CodeIn(FirmSize, assessment.SizesOf(region.Code, insuredFrom));
        return new(
            Firm.Of(code),
            size,
            region.Code,
            insuredFrom,
            row.Has(ContractFrom) ? row.Date(ContractFrom) : null,
            row.Has(ContractTo) ? row.Date(ContractTo) : null);
    }
}
