using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Imports.Progress;
using YouthPlatform.Imports.Running;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.BulkFiles;

/// <summary>A file that a host unit sends about its own interns.</summary>
internal abstract class UnitFile(IEventStore store, NpgsqlDataSource database) : ImportKind
{
    private const string Units = "SELECT unit_id, region FROM host_units WHERE credit_code = $1 AND status NOT IN ('rejected', 'withdrawn')";

    /// <summary>Such a row, and nothing else, was on file already.</summary>
    private const string Known = "import.already_known";

    protected NpgsqlDataSource Database => database;

    public override string? ReasonOf(string code) => code == Known ? "该行内容此前已登记" : null;

    /// <summary>The unit, and its region, so that the region's officials see the import too.</summary>
    public override async Task<ImportScope> ScopeOfAsync(Caller caller, CancellationToken cancellationToken)
    {
        var code = caller.Unit ?? throw new ForbiddenException("auth.unit_missing", "访问令牌中没有单位标识（unit）。");
        var units = await UnitsAsync(code, cancellationToken);
        return new ImportScope([.. units.Select(unit => unit.Region)], code);
    }

    protected BatchStreams Streams() => new(store);

    /// <summary>The unit that sent the file; rows about another unit's interns are rejected.</summary>
    protected async Task<Action<Guid>> OwnAsync(ImportJob job, CancellationToken cancellationToken)
    {
        var own = (await UnitsAsync(job.Scope.Unit!, cancellationToken)).Select(unit => unit.UnitId).ToHashSet();
        return unitId =>
        {
            if (!own.Contains(unitId))
            {
                throw new RuleViolation("import.other_unit", "该行所指的见习不属于本单位。");
            }
        };
    }

    protected static RowRemark AlreadyKnown(long row) => new(row, RowStatus.AlreadyKnown, Known);

    private Task<List<(Guid UnitId, string Region)>> UnitsAsync(string creditCode, CancellationToken cancellationToken) =>
        database.RowsAsync(Units, [creditCode], row => (row.GetGuid(0), row.GetString(1)), cancellationToken);
}
