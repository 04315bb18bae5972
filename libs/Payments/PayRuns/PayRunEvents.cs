namespace YouthPlatform.Payments.PayRuns;

/// <summary>What happened to a pay run.</summary>
public abstract record PayRunEvent;

/// <summary>A run was drawn up.</summary>
public sealed record PayRunProposed(PayRunFile File) : PayRunEvent;

/// <summary>A second person checked and approved it.</summary>
public sealed record PayRunApproved(Guid RunId, string ApprovedBy, DateOnly ApprovedOn) : PayRunEvent;

/// <summary>It was rejected; its items are free again.</summary>
public sealed record PayRunRejected(Guid RunId, string Reason, string RejectedBy, DateOnly RejectedOn) : PayRunEvent;

/// <summary>A third person handed its pay file to the bank.</summary>
/// <param name="RunId">The run.</param>
/// <param name="FileHash">SHA-256 of the pay file, lower-case hex.</param>
/// <param name="ExecutedBy">Account.</param>
/// <param name="ExecutedOn">China date.</param>
public sealed record PayRunExecuted(Guid RunId, string FileHash, string ExecutedBy, DateOnly ExecutedOn) : PayRunEvent;

/// <summary>An answer of the bank was read.</summary>
/// <param name="RunId">The run.</param>
/// <param name="FileHash">SHA-256 of the bank's file, lower-case hex.</param>
/// <param name="Lines">Lines that changed.</param>
/// <param name="Problems">Rows that could not be applied.</param>
/// <param name="RecordedBy">Account.</param>
/// <param name="RecordedOn">China date.</param>
public sealed record BankResultsRecorded(
    Guid RunId,
    string FileHash,
    IReadOnlyList<LineResult> Lines,
    IReadOnlyList<ResultProblem> Problems,
    string RecordedBy,
    DateOnly RecordedOn) : PayRunEvent;

/// <summary>A person found out what became of a line in doubt.</summary>
public sealed record LineResolved(Guid RunId, LineResult Line, string Reason, string ResolvedBy, DateOnly ResolvedOn) : PayRunEvent;
