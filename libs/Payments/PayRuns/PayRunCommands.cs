namespace YouthPlatform.Payments.PayRuns;

/// <summary>What can be asked of a pay run.</summary>
public abstract record PayRunCommand;

/// <summary>Draws up a run.</summary>
public sealed record ProposePayRun(PayRunFile File) : PayRunCommand;

/// <summary>Approves it; by a second person.</summary>
public sealed record ApprovePayRun(string Actor, DateOnly Today) : PayRunCommand;

/// <summary>Rejects it before it goes to the bank; by a second person.</summary>
public sealed record RejectPayRun(string? Reason, string Actor, DateOnly Today) : PayRunCommand;

/// <summary>Hands the pay file to the bank; by a third person.</summary>
public sealed record ExecutePayRun(string Actor, DateOnly Today) : PayRunCommand;

/// <summary>Reads an answer of the bank; the same file again changes nothing.</summary>
/// <param name="FileHash">SHA-256 of the file, lower-case hex.</param>
/// <param name="Rows">Rows that could be read.</param>
/// <param name="Unreadable">Rows that could not.</param>
/// <param name="Actor">Account.</param>
/// <param name="Today">China date.</param>
public sealed record RecordBankResults(
    string FileHash, IReadOnlyList<BankRow> Rows, IReadOnlyList<ResultProblem> Unreadable, string Actor, DateOnly Today) : PayRunCommand;

/// <summary>Says what became of a line in doubt; not by who handed the file to the bank.</summary>
/// <param name="Line">The line.</param>
/// <param name="HasArrived">Whether the money arrived.</param>
/// <param name="On">China date on which it arrived or was refused.</param>
/// <param name="Reference">The bank's reference of a payment that arrived.</param>
/// <param name="Reason">How it was found out.</param>
/// <param name="Actor">Account.</param>
/// <param name="Today">China date.</param>
public sealed record ResolveLine(
    int Line, bool HasArrived, DateOnly On, string? Reference, string? Reason, string Actor, DateOnly Today) : PayRunCommand;
