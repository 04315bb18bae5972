using YouthPlatform.EventStore;
using YouthPlatform.Imports.Files;
using YouthPlatform.Imports.Progress;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Imports.Running;

/// <summary>A kind of bulk file: its columns, and what its rows lead to.</summary>
public abstract class ImportKind
{
    internal const string UnreadableRow = "import.row_unreadable";

    private static readonly Guid Namespace = DerivedId.Create(DerivedId.UrlNamespace, "/youthplatform/imports");

    /// <summary>Stable name, unique in the service; part of every import's id.</summary>
    public abstract string Name { get; }

    /// <summary>The columns that are looked for.</summary>
    public abstract IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>
    /// Whether a file is stored until its last row was dealt with, so that it goes on by itself after a crash. A file of personal data is not: its
    /// rows are dealt with as they arrive, and the sender sends it again.
    /// </summary>
    public virtual bool KeepsContent => true;

    /// <summary>Rows that commit together.</summary>
    public virtual int BatchSize => 500;

    /// <summary>The reason that a code of the kind's own remarks stands for, in Chinese; null for another code.</summary>
    public virtual string? ReasonOf(string code) => null;

    /// <summary>What the sender of a file answers for.</summary>
    /// <exception cref="ForbiddenException">The caller may not send such a file.</exception>
    public virtual Task<ImportScope> ScopeOfAsync(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return Task.FromResult(new ImportScope([.. caller.Regions.Order().Select(region => region.Value)]));
    }

    /// <summary>
    /// Decides what becomes of rows that follow each other. It may be asked again about the same rows when something else changed what it had
    /// read, and never knows whether an earlier answer took effect: it looks.
    /// </summary>
    public abstract Task<BatchDecision> DecideAsync(ImportJob job, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken);

    /// <summary>The text of a code: the kind's own, or that of a code that all kinds share.</summary>
    internal string? TextOf(string code) => ReasonOf(code) ?? (code == UnreadableRow ? "该行不是 JSON 对象" : null);

    /// <summary>The id of an import: the same file of the same sender is the same import.</summary>
    internal Guid IdOf(string digest, ImportScope scope) =>
        DerivedId.Create(Namespace, $"{Name} {digest} {string.Join(' ', scope.Regions)} {scope.Unit}");
}

/// <summary>Kinds of file that a service takes in.</summary>
/// <param name="All">The kinds.</param>
public sealed record ImportKinds(IReadOnlyList<ImportKind> All);

/// <summary>The import that rows belong to.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="Scope">What its sender answers for.</param>
/// <param name="Actor">Account of the sender.</param>
/// <param name="Now">Instant of the batch.</param>
/// <param name="Today">China date of the batch.</param>
public sealed record ImportJob(Guid ImportId, ImportScope Scope, string Actor, DateTimeOffset Now, DateOnly Today)
{
    /// <summary>A new id, ordered by time.</summary>
    public Guid NewId() => Guid.CreateVersion7(Now);
}

/// <summary>What a batch of rows leads to; all of it commits with the import's progress.</summary>
/// <param name="Streams">Events.</param>
/// <param name="Statements">Further statements, such as rows of an erasable table.</param>
/// <param name="Remarks">The rows that were not accepted, in order.</param>
public sealed record BatchDecision(
    IReadOnlyList<StreamAppend> Streams, IReadOnlyList<SqlStatement> Statements, IReadOnlyList<RowRemark> Remarks);
