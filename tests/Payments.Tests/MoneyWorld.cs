using YouthPlatform.EventStore;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Payments.PayRuns;
using YouthPlatform.Policy;

namespace YouthPlatform.Payments.Tests;

/// <summary>Entitlements and runs in memory, and a bank that knows what it really paid.</summary>
internal sealed class MoneyWorld
{
    private readonly Dictionary<Guid, EntitlementState> _entitlements = [];
    private readonly Dictionary<Guid, PayRunState> _runs = [];
    private readonly Dictionary<(Guid Payment, int Attempt), (Guid Payee, Money Amount)> _arrived = [];
    private readonly Dictionary<Guid, Money> _repaid = [];
    private int _references;

    /// <summary>China date of everything that happens.</summary>
    public DateOnly Today { get; set; } = new(2023, 9, 8);

    /// <summary>Told of every event of an entitlement once it holds.</summary>
    public Action<EntitlementEvent> Recorded { get; init; } = _ => { };

    /// <summary>Whether the bank ever said that a payment failed which had arrived.</summary>
    public bool HasLied { get; private set; }

    /// <summary>All accounts; of one key at most one is open.</summary>
    public IEnumerable<EntitlementAccount> Accounts => _entitlements.Values.Select(state => state.AccountOrNull!);

    public IEnumerable<PayRunState> Runs => _runs.Values;

    /// <summary>Payments by id with the number of times that their money moved and stayed.</summary>
    public IEnumerable<int> TimesArrived => _arrived.CountBy(arrived => arrived.Key.Payment).Select(count => count.Value);

    /// <summary>What a payee has received from the bank and kept.</summary>
    public Money Received(Guid payee) =>
        _arrived.Values.Where(arrived => arrived.Payee == payee).Select(arrived => arrived.Amount).Sum() - _repaid.GetValueOrDefault(payee);

    /// <summary>Sum of what the bank says it paid on a run's lines and that was not returned.</summary>
    public Money Confirmed(PayRunFile run) =>
        run.Lines.Select(line => _arrived.GetValueOrDefault((line.PaymentId, line.Attempt)).Amount).Sum();

    public void Try(EntitlementFile file, params EntitlementCommand[] commands)
    {
        foreach (var command in commands)
        {
            Attempt(() => Do(file, command));
        }
    }

    /// <summary>Carries a command out on the newest entitlement of a key; what was closed is granted in another round.</summary>
    /// <exception cref="RuleViolation">It is forbidden.</exception>
    public void Do(EntitlementFile file, EntitlementCommand command)
    {
        var current = Newest(file);
        var target = command is GrantEntitlement && IsVoided(current) ? current.Round + 1 : current.Round;
        Apply(file.Key.ToId(target), command is GrantEntitlement grant ? grant with { File = grant.File.InRound(target) } : command);
    }

    /// <summary>The newest entitlement of a key.</summary>
    public EntitlementState StateOf(EntitlementFile file) => _entitlements.GetValueOrDefault(Newest(file).EntitlementId, Entitlement.Initial);

    public void Repay(EntitlementAccount account, Money amount)
    {
        Attempt(() =>
        {
            Apply(account.File.EntitlementId, new RecordRepayment(amount, "R", Today, "payer", Today));
            _repaid[account.File.Payee] = _repaid.GetValueOrDefault(account.File.Payee) + amount;
        });
    }

    public void Propose(Guid runId)
    {
        var lines = PayRunDraft.Lines(Accounts, Accounts);
        Attempt(() => Step(runId, new ProposePayRun(new(runId, "internship", RegionCode.Parse("430100"), lines, "maker", Today))));
    }

    public void TryStep(Guid runId, PayRunCommand command) => Attempt(() => Step(runId, command));

    /// <summary>The bank does what it does with a line and says what it says. Money that has arrived stays so, and only a lie denies it.</summary>
    public void Answer(Guid runId, int line, bool hasArrived, BankOutcome said, bool isDoubled = false, bool isLie = false)
    {
        if (_runs.GetValueOrDefault(runId) is not PayRunState.Executed run || run.Results.GetValueOrDefault(line)?.Status != LineStatus.Sent)
        {
            return;
        }

        var item = run.File.Lines[line - 1];
        if (hasArrived)
        {
            _arrived[(item.PaymentId, item.Attempt)] = (item.Payee, item.ToNet());
        }

        HasLied |= isLie;
        var isDenied = !isLie && HasArrived(item) && said is (BankOutcome.Failed or BankOutcome.Returned);
        var row = Row(item, isDenied ? BankOutcome.Paid : said);
        Step(runId, new RecordBankResults($"{++_references}", isDoubled ? [row, row with { Row = 3 }] : [row], [], "payer", Today));
    }

    /// <summary>Money that had arrived comes back.</summary>
    public void Return(Guid runId, int line)
    {
        if (_runs.GetValueOrDefault(runId) is PayRunState.Executed run && run.Results.GetValueOrDefault(line)?.Status == LineStatus.Paid)
        {
            var item = run.File.Lines[line - 1];
            _arrived.Remove((item.PaymentId, item.Attempt));
            Step(runId, new RecordBankResults($"{++_references}", [Row(item, BankOutcome.Returned)], [], "payer", Today));
        }
    }

    /// <summary>The bank confesses its lies; then a person asks it about every line that is open or in doubt, and is told the truth.</summary>
    public void ResolveAll()
    {
        foreach (var (runId, result, item) in Lines().Where(line => line.Result.Status == LineStatus.Failed && HasArrived(line.Item)).ToList())
        {
            Step(runId, new RecordBankResults($"{++_references}", [Row(item, BankOutcome.Paid)], [], "payer", Today));
        }

        foreach (var (runId, result, item) in Lines().Where(line => line.Result.Status is LineStatus.Sent or LineStatus.Doubted).ToList())
        {
            if (result.Status == LineStatus.Sent)
            {
                Answer(runId, result.Line, HasArrived(item), HasArrived(item) ? BankOutcome.Paid : BankOutcome.Failed);
            }
            else
            {
                Step(runId, new ResolveLine(result.Line, HasArrived(item), Today, $"B-{++_references}", "查询", "payer-2", Today));
            }
        }
    }

    private bool IsVoided(EntitlementFile file) => _entitlements.GetValueOrDefault(file.EntitlementId)?.AccountOrNull?.IsVoided == true;

    private EntitlementFile Newest(EntitlementFile file) =>
        Accounts.Where(account => account.File.Key == file.Key).MaxBy(account => account.File.Round)?.File ?? file;

    private IEnumerable<(Guid RunId, LineResult Result, PayRunLine Item)> Lines() =>
        from run in _runs
        where run.Value is PayRunState.Executed
        from result in ((PayRunState.Executed)run.Value).Results.Values
        select (run.Key, result, run.Value.FileOrNull!.Lines[result.Line - 1]);

    private bool HasArrived(PayRunLine item) => _arrived.ContainsKey((item.PaymentId, item.Attempt));

    private BankRow Row(PayRunLine item, BankOutcome outcome) => new(
        2, item.PaymentId, item.Attempt, item.ToNet(), outcome, Today, outcome == BankOutcome.Paid ? $"B-{++_references}" : null, null);

    private void Step(Guid runId, PayRunCommand command)
    {
        var state = _runs.GetValueOrDefault(runId, PayRun.Initial);
        var events = PayRun.Decide(command, state);
        var after = events.Aggregate(state, PayRun.Evolve);
        var before = _entitlements.ToDictionary();
        List<EntitlementEvent> recorded = [];
        try
        {
            foreach (var (id, consequence) in events.SelectMany(step => Consequences.Of(after.FileOrNull!, step)))
            {
                recorded.AddRange(Decide(id, consequence));
            }
        }
        catch (RuleViolation)
        {
            before.ToList().ForEach(entry => _entitlements[entry.Key] = entry.Value);
            throw;
        }

        _runs[runId] = after;
        recorded.ForEach(Recorded);
    }

    private void Apply(Guid id, EntitlementCommand command) => Decide(id, command).ToList().ForEach(Recorded);

    private IReadOnlyList<EntitlementEvent> Decide(Guid id, EntitlementCommand command)
    {
        var state = _entitlements.GetValueOrDefault(id, Entitlement.Initial);
        var events = Entitlement.Decide(command, state);
        _entitlements[id] = events.Aggregate(state, Entitlement.Evolve);
        return events;
    }

    private static void Attempt(Action step)
    {
        try
        {
            step();
        }
        catch (RuleViolation)
        {
            // Forbidden now; a random life tries many things that are.
        }
    }
}
