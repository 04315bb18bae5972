using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Subsidies;

/// <summary>
/// Judges by the packs which subsidies are due. Kinds, their conditions and amounts, and which exclude each other, are data:
/// <c>entitlement.matched_kinds</c>, <c>entitlement.claimed_kinds</c>, the eligibility rule <c>entitlement.{kind}</c>, <c>entitlement.amounts</c>.
/// </summary>
internal sealed class SubsidyAssessment(PolicyData policy)
{
    private const string MatchedKinds = "entitlement.matched_kinds";
    private const string ClaimedKinds = "entitlement.claimed_kinds";
    private const string FirmSizes = "entitlement.firm_sizes";
    private const string ContractMonths = "entitlement.contract_months";
    private const string Amounts = "entitlement.amounts";
    private const string ToFirm = "to_firm";
    private const string Monthly = "monthly";
    private const string Group = "group_";

    private readonly PolicyBook _book = policy.Book;

    /// <summary>Firm sizes of a region.</summary>
    public CategoryList SizesOf(RegionCode region, DateOnly day) => Named(() => _book.List(FirmSizes, region, day).Value);

    /// <summary>Days that a firm or a person has to answer an offer.</summary>
    public Rule<int> AnswerDays(RegionCode region, DateOnly day) => Named(() => _book.WholeNumber("entitlement.offer_days", region, day));

    /// <summary>A file for each kind that the packs match the newly insured for, whether its checks passed or not.</summary>
    public IReadOnlyList<SubsidyFile> Match(InsuredJob job, LedgerFacts person, DateOnly? birthDate) => Named(() =>
    {
        var kinds = _book.List(MatchedKinds, job.Region, job.InsuredFrom).Value;
        return kinds.Items.Select(kind => FileOf(kind, job, FactsOf(job, person, birthDate), person.PersonId)).ToList();
    });

    /// <summary>The file of a claimed subsidy.</summary>
    /// <exception cref="RuleViolation"><c>subsidy.kind_unknown</c>, <c>subsidy.course_unknown</c>.</exception>
    public SubsidyFile Claim(TrainingClaim claim, LedgerFacts person, DateOnly today) => Named(() =>
    {
        var kinds = _book.List(ClaimedKinds, claim.Region, today).Value;
        if (!kinds.TryGet(claim.Kind, out var kind))
        {
            throw new RuleViolation("subsidy.kind_unknown", $"补贴种类应为以下之一：{Known(kinds)}。");
        }

        var amounts = _book.Table($"{Amounts}_{kind.Code}", claim.Region, today);
        if (!amounts.Value.Rows.TryGetValue(claim.Level, out var amount))
        {
            throw new RuleViolation("subsidy.level_unknown", $"培训等级应为以下之一：{string.Join('、', amounts.Value.Rows.Keys)}。");
        }

        var facts = new EligibilityFacts
        {
            LeftSchoolOn = person.LeftSchoolOn, Education = person.EducationLevel, Flags = new HashSet<string> { "on_ledger", "training_completed" },
        };
        var about = $"{claim.Course}/{claim.Level}";
        return new SubsidyFile(
            SubsidyFile.IdOf(kind.Code, person.PersonId, $"{about}/{claim.Firm?.CreditCode.Value}"),
            kind.Code,
            SubsidyOrigin.Claim,
            person.PersonId,
            claim.Firm,
            kind.Has(ToFirm),
            claim.Region,
            claim.From,
            claim.To,
            about,
            amount,
            null,
            [$"{kind.Code}/{about}"],
            [.. ChecksOf(kind, claim.Region, claim.To, facts), WithinRange(kind, amount, claim.Region, today)],
            amounts.Version);
    });

    private SubsidyFile FileOf(Category kind, InsuredJob job, EligibilityFacts facts, Guid person)
    {
        var amount = _book.Rate(Amounts, kind.Code, job.Region, job.InsuredFrom);
        int? months = kind.Has(Monthly) ? _book.WholeNumber($"entitlement.{kind.Code}_months", job.Region, job.InsuredFrom).Value : null;
        return new(
            SubsidyFile.IdOf(kind.Code, person, job.Firm.CreditCode.Value),
            kind.Code,
            SubsidyOrigin.Match,
            person,
            job.Firm,
            kind.Has(ToFirm),
            job.Region,
            job.InsuredFrom,
            job.ContractTo,
            null,
            amount.Value,
            months,
            [kind.Code, .. (kind.Flags ?? []).Where(flag => flag.StartsWith(Group, StringComparison.Ordinal))],
            ChecksOf(kind, job.Region, job.InsuredFrom, facts),
            amount.Version);
    }

    private EligibilityFacts FactsOf(InsuredJob job, LedgerFacts person, DateOnly? birthDate)
    {
        HashSet<string> flags = ["on_ledger"];
        if (SizesOf(job.Region, job.InsuredFrom).TryGet(job.FirmSize, out var size))
        {
            flags.UnionWith(size.Flags ?? []);
        }

        if (job.ContractMonths >= _book.WholeNumber(ContractMonths, job.Region, job.InsuredFrom).Value)
        {
            flags.Add("contract_long_enough");
        }

        if (person.Internships.Any(period => period.Holds(job.InsuredFrom)))
        {
            flags.Add("intern");
        }

        // Unemployed up to the day on which the job began; the register may have closed the registration on that day.
        var unemployed = person.Unemployment.FirstOrDefault(registered => registered.Period.Holds(job.InsuredFrom) || registered.Period.Holds(job.InsuredFrom.AddDays(-1)));
        if (unemployed is not null)
        {
            flags.Add("registered_unemployed");
        }

        return new()
        {
            BirthDate = birthDate, Age = unemployed?.Age, LeftSchoolOn = person.LeftSchoolOn, Education = person.EducationLevel, Flags = flags,
        };
    }

    /// <summary>The checks of the path that holds; where none does, those of the path that comes nearest.</summary>
    private IReadOnlyList<NamedCheck> ChecksOf(Category kind, RegionCode region, DateOnly day, EligibilityFacts facts)
    {
        var result = _book.Evaluate($"entitlement.{kind.Code}", region, day, facts);
        return
        [
            .. result.Checks.GroupBy(check => check.Name.Split('.')[0])
                .OrderBy(path => path.Count(check => !check.Passed)).ThenBy(path => path.Key, StringComparer.Ordinal).First(),
        ];
    }

    private NamedCheck WithinRange(Category kind, Money amount, RegionCode region, DateOnly day)
    {
        var range = _book.Range(kind.Has(ToFirm) ? "training.employer_subsidy" : "training.graduate_subsidy", region, day);
        var passed = range.Value.Min <= amount.Amount && amount.Amount <= range.Value.Max;
        var facts = new Dictionary<string, string> { ["amount"] = amount.ToString(), ["allowed"] = $"{range.Value.Min}-{range.Value.Max}" };
        return new("amount_within_range", passed, facts, range.Version);
    }

    private static string Known(CategoryList list) => string.Join('、', list.Items.Select(item => $"{item.Code}（{item.Name}）"));

    private static T Named<T>(Func<T> lookup)
    {
        try
        {
            return lookup();
        }
        catch (PolicyParameterMissingException missing)
        {
            throw new RuleViolation("policy.parameter_missing", $"政策库中没有适用的规定：{missing.Message}");
        }
    }
}

/// <summary>A completed training for which a subsidy is claimed (W62 §二(七)).</summary>
/// <param name="Kind">Code of <c>entitlement.claimed_kinds</c>.</param>
/// <param name="Firm">The firm that trained its apprentice; null for a graduate's own training.</param>
/// <param name="Region">County of the authority.</param>
/// <param name="Course">Code of the course.</param>
/// <param name="Level">Row of the table of amounts.</param>
/// <param name="From">First day.</param>
/// <param name="To">Day of the certificate.</param>
internal sealed record TrainingClaim(string Kind, Firm? Firm, RegionCode Region, string Course, string Level, DateOnly From, DateOnly To);
