namespace YouthPlatform.Simulation.Stories;

/// <summary>The simulation's own count of paid internship subsidies, to check the platform's forms against.</summary>
internal sealed class Tally
{
    private readonly HashSet<(string Prefecture, DateOnly PaidOn, Guid Person, Guid Unit, string Payment)> _paid = [];
    private readonly HashSet<(string Prefecture, DateOnly HeldOn)> _onlineFairs = [];
    private readonly HashSet<string> _accounts = [];
    private readonly Lock _lock = new();

    /// <summary>Numbers of the accounts that people and bodies were to be paid into.</summary>
    public IReadOnlyCollection<string> AccountsNamed
    {
        get
        {
            lock (_lock)
            {
                return [.. _accounts];
            }
        }
    }

    /// <summary>The bank paid a month of an intern to a unit, or the difference of one.</summary>
    public void SubsidyPaid(string prefecture, DateOnly paidOn, Guid person, Guid unit, string payment)
    {
        lock (_lock)
        {
            _paid.Add((prefecture, paidOn, person, unit, payment));
        }
    }

    /// <summary>
    /// Columns 5 and 6 of a prefecture's form that counts up to a day: distinct persons and units with a subsidy paid, and the payments
    /// behind them.
    /// </summary>
    public (int Persons, int Units, int Payments) InternshipSubsidies(string prefecture, DateOnly until)
    {
        lock (_lock)
        {
            var paid = _paid.Where(p => p.Prefecture == prefecture && p.PaidOn <= until).ToList();
            return (paid.Select(p => p.Person).Distinct().Count(), paid.Select(p => p.Unit).Distinct().Count(), paid.Count);
        }
    }

    /// <summary>An online fair of a prefecture was recorded.</summary>
    public void OnlineFairHeld(string prefecture, DateOnly heldOn)
    {
        lock (_lock)
        {
            _onlineFairs.Add((prefecture, heldOn));
        }
    }

    /// <summary>Column 13 of a prefecture's form that counts up to a day.</summary>
    public int OnlineFairs(string prefecture, DateOnly until)
    {
        lock (_lock)
        {
            return _onlineFairs.Count(fair => fair.Prefecture == prefecture && fair.HeldOn <= until);
        }
    }

    /// <summary>A payee named an account.</summary>
    public void AccountNamed(string number)
    {
        lock (_lock)
        {
            _accounts.Add(number);
        }
    }
}
