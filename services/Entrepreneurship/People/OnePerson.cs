using System.Globalization;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.PersonLinks;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Entrepreneurship.People;

/// <summary>
/// A person whose ledger entries were merged is one person for support that is given once. Of one id the tables' keys see to it; this asks for
/// the others. Files stay under the id that they were made under, so that an un-merge leaves each id its own.
/// </summary>
internal sealed class OnePerson(IEventStore store, NpgsqlDataSource database)
{
    private const string Vouchers = "SELECT count(*)::int FROM vouchers WHERE person_id = ANY ($1) AND voucher_id < $2 AND kind = $3 AND state <> 'cancelled'";

    private const string Loans = "SELECT count(*)::int FROM loans WHERE person_id = ANY ($1) AND loan_id < $2 AND state NOT IN ('refused', 'repaid')";

    private const string FirstFirms = "SELECT count(*)::int FROM first_firms WHERE person_id = ANY ($1) AND application_id < $2 AND state <> 'rejected'";

    private const string Awards = "SELECT count(*)::int FROM award_holders WHERE exclusive_group = $1 AND holder = ANY ($2)";

    /// <summary>A person has one voucher of each kind.</summary>
    /// <returns>What commits with the decision.</returns>
    /// <exception cref="RuleViolation">There is one under another id.</exception>
    public Task<IReadOnlyList<StreamAppend>> VoucherAsync(Guid person, File file, string kind, CancellationToken cancellation) =>
        RequireAsync(person, file, Vouchers, [kind], new("voucher.already_issued", "该人员已领取此类培训券，不能重复发放。"), cancellation);

    /// <summary>A person has one loan at a time.</summary>
    /// <returns>What commits with the decision.</returns>
    /// <exception cref="RuleViolation">There is one under another id.</exception>
    public Task<IReadOnlyList<StreamAppend>> LoanAsync(Guid person, File file, CancellationToken cancellation) =>
        RequireAsync(person, file, Loans, [], new("loan.already_standing", "该人员已有申请中或未还清的创业担保贷款。"), cancellation);

    /// <summary>A person gets the subsidy for a first firm once.</summary>
    /// <returns>What commits with the decision.</returns>
    /// <exception cref="RuleViolation">There is an application under another id.</exception>
    public Task<IReadOnlyList<StreamAppend>> FirstFirmAsync(Guid person, File file, CancellationToken cancellation) =>
        RequireAsync(person, file, FirstFirms, [], new("first_firm.already_applied", "该人员已申请一次性创业补贴，不能重复申请。"), cancellation);

    /// <summary>Within a group of programmes a leader is supported once.</summary>
    /// <returns>What commits with the decision.</returns>
    /// <exception cref="RuleViolation">Two of the leaders are one person, or one is supported under another id.</exception>
    public async Task<IReadOnlyList<StreamAppend>> AwardsAsync(
        IEnumerable<Guid> leaders, string exclusiveGroup, Guid reference, CancellationToken cancellation)
    {
        List<LinkedPerson> people = [];
        foreach (var leader in leaders)
        {
            var person = await LinkedPerson.LoadAsync(store, leader, cancellation);
            string[] ids = [.. person.Ids.Select(id => id.ToString("D", CultureInfo.InvariantCulture))];
            if (people.Exists(other => other.SurvivorId == person.SurvivorId)
                || (person.IsMerged && await CountAsync(Awards, [exclusiveGroup, ids], cancellation) > 0))
            {
                throw new RuleViolation("award.already_supported", "名单中有团队或企业已获同类项目支持，不能重复资助，请重新提出遴选方案。");
            }

            people.Add(person);
        }

        return LinkedPerson.UseAll(people, "award", reference);
    }

    private async Task<IReadOnlyList<StreamAppend>> RequireAsync(
        Guid personId, File file, string earlier, object[] further, RuleViolation once, CancellationToken cancellation)
    {
        var person = await LinkedPerson.LoadAsync(store, personId, cancellation);
        Guid[] others = [.. person.Ids.Where(id => id != personId)];
        return others.Length > 0 && await CountAsync(earlier, [others, file.Before, .. further], cancellation) > 0
            ? throw once
            : person.Use(once.Code.Split('.')[0], file.Id);
    }

    private async Task<int> CountAsync(string sql, object[] parameters, CancellationToken cancellation) =>
        (await database.RowsAsync(sql, parameters, row => row.GetInt32(0), cancellation))[0];

    /// <summary>The file that is decided on.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Before">Files with smaller ids stand in its way: of two that are on file the earlier one stays, as ids are ordered by time.</param>
    public sealed record File(Guid Id, Guid Before)
    {
        public static File New(Guid id) => new(id, Guid.AllBitsSet);

        public static File OnFile(Guid id) => new(id, id);
    }
}
