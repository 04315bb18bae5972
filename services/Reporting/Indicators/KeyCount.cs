namespace YouthPlatform.Reporting.Indicators;

/// <summary>Keys that belong together as of a day: which of their items have a balance, and which of them are one person.</summary>
internal sealed class KeyCount(Counting counting)
{
    private readonly Dictionary<string, Member> _members = new(StringComparer.Ordinal);
    private readonly List<(string Key, string Other)> _linked = [];

    public void Add(KeyEvent e)
    {
        if (!_members.TryGetValue(e.Key, out var member))
        {
            _members.Add(e.Key, member = new Member());
        }

        member.Add(e);
    }

    public void Add(KeyLink link)
    {
        _linked.RemoveAll(known => known == (link.Key, link.Other) || known == (link.Other, link.Key));
        if (!link.Parts)
        {
            _linked.Add((link.Key, link.Other));
        }
    }

    /// <summary>What the keys count for.</summary>
    public decimal Value() => counting switch
    {
        Counting.Net => _members.Values.Sum(member => member.Balance),
        Counting.Latest => _members.Values.Sum(member => member.Latest),
        _ => _linked.Count == 0 ? _members.Values.Count(member => IsCounted([member])) : People().Count(IsCounted),
    };

    private bool IsCounted(IReadOnlyList<Member> person) => counting == Counting.Distinct
        ? person.Any(member => member.IsActive)
        : person.Any(member => member.IsBase)
            && person.Where(member => member.BaseFrom is not null).Min(member => member.BaseFrom) is { } from
            && person.Any(member => member.HasActiveOnOrAfter(from));

    /// <summary>The members by the person they are.</summary>
    private List<List<Member>> People()
    {
        var people = _members.Keys.Concat(_linked.SelectMany(link => (string[])[link.Key, link.Other])).Distinct()
            .ToDictionary(key => key, key => new HashSet<string>([key], StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (key, other) in _linked)
        {
            var (one, two) = (people[key], people[other]);
            one.UnionWith(two);
            foreach (var each in two)
            {
                people[each] = one;
            }
        }

        return [.. people.Values.Distinct().Select(keys => keys.Where(_members.ContainsKey).Select(key => _members[key]).ToList())];
    }

    /// <summary>What is known of one key.</summary>
    private sealed class Member
    {
        private readonly Dictionary<string, (decimal Balance, DateOnly Newest)> _items = new(StringComparer.Ordinal);
        private readonly Dictionary<string, decimal> _baseItems = new(StringComparer.Ordinal);
        private int _active;
        private int _activeBases;
        private decimal _latest;

        public bool IsActive => _active > 0;

        public bool IsBase => _activeBases > 0;

        /// <summary>The first day of what it counts among.</summary>
        public DateOnly? BaseFrom { get; private set; }

        public decimal Balance => _items.Values.Sum(item => Math.Max(0, item.Balance));

        public decimal Latest => BaseFrom is null ? 0 : _latest;

        public bool HasActiveOnOrAfter(DateOnly from) => _items.Values.Any(item => item.Balance > 0 && item.Newest >= from);

        public void Add(KeyEvent e)
        {
            _latest = e.Amount;
            if (e.IsBase)
            {
                var old = _baseItems.GetValueOrDefault(e.Item);
                _baseItems[e.Item] = old + e.Amount;
                _activeBases += Turn(old, old + e.Amount);
                BaseFrom ??= e.Amount >= 0 ? e.Date : null;
                return;
            }

            var (balance, newest) = _items.GetValueOrDefault(e.Item);
            var turn = Turn(balance, balance + e.Amount);
            _active += turn;
            _items[e.Item] = (balance + e.Amount, e.Amount > 0 ? e.Date : newest);
        }

        private static int Turn(decimal before, decimal after) => (before <= 0, after <= 0) switch
        {
            (true, false) => 1,
            (false, true) => -1,
            _ => 0,
        };
    }
}
