using System.Numerics;

namespace YouthPlatform.Entrepreneurship.Selection;

/// <summary>The best sums of scores by number of projects and budget: exactly so many projects that cost at most so much.</summary>
internal sealed class Knapsack
{
    private const int Impossible = int.MinValue / 2;

    private readonly int[][] _rows;

    private Knapsack(int[][] rows) => _rows = rows;

    /// <summary>Most projects in the table.</summary>
    public int Most => _rows.Length - 1;

    /// <summary>Best sums with exactly so many projects, by budget; negative where there is none.</summary>
    public ReadOnlySpan<int> Row(int count) => _rows[count];

    /// <summary>The table for some projects.</summary>
    public static Knapsack Solve(IReadOnlyList<Candidate> items, int most, int budget)
    {
        most = Math.Min(most, items.Count);
        var rows = new int[most + 1][];
        for (var count = 0; count <= most; count++)
        {
            rows[count] = new int[budget + 1];
            rows[count].AsSpan().Fill(count == 0 ? 0 : Impossible);
        }

        for (var index = 0; index < items.Count; index++)
        {
            // From the greatest number down, so that no project is taken twice.
            for (var count = Math.Min(index + 1, most); count > 0; count--)
            {
                Take(rows[count], rows[count - 1], items[index]);
            }
        }

        return new(rows);
    }

    /// <summary>The same with at most so many projects.</summary>
    public Knapsack UpTo()
    {
        for (var count = 1; count <= Most; count++)
        {
            for (var budget = 0; budget < _rows[count].Length; budget++)
            {
                _rows[count][budget] = Math.Max(_rows[count][budget], _rows[count - 1][budget]);
            }
        }

        return this;
    }

    /// <summary>The projects behind a cell of the table, found by halving: no decisions are kept.</summary>
    public static IReadOnlyList<Candidate> Items(IReadOnlyList<Candidate> items, int count, int budget, bool upTo = false)
    {
        if (upTo)
        {
            var table = Solve(items, count, budget);
            count = Enumerable.Range(0, table.Most + 1).MaxBy(exactly => table._rows[exactly][budget]);
        }

        List<Candidate> taken = [];
        Trace([.. items], count, budget, taken);
        return taken;
    }

    private static void Trace(ReadOnlySpan<Candidate> items, int count, int budget, List<Candidate> taken)
    {
        if (count == 0)
        {
            return;
        }

        if (items.Length == count)
        {
            taken.AddRange(items);
            return;
        }

        var half = items.Length / 2;
        var first = Solve([.. items[..half]], count, budget);
        var second = Solve([.. items[half..]], count, budget);
        var (best, bestCount, bestBudget) = (-1, 0, 0);
        for (var left = Math.Min(first.Most, count); left >= 0 && count - left <= second.Most; left--)
        {
            for (var spent = 0; spent <= budget; spent++)
            {
                var sum = first._rows[left][spent] + second._rows[count - left][budget - spent];
                if (sum > best)
                {
                    (best, bestCount, bestBudget) = (sum, left, spent);
                }
            }
        }

        Trace(items[..half], bestCount, bestBudget, taken);
        Trace(items[half..], count - bestCount, budget - bestBudget, taken);
    }

    private static void Take(Span<int> row, ReadOnlySpan<int> below, Candidate item)
    {
        if (item.Cost >= row.Length)
        {
            return;
        }

        var target = row[item.Cost..];
        var source = below[..target.Length];
        var score = new Vector<int>(item.Score);
        var i = 0;
        for (; i <= target.Length - Vector<int>.Count; i += Vector<int>.Count)
        {
            Vector.Max(new Vector<int>(target[i..]), new Vector<int>(source[i..]) + score).CopyTo(target[i..]);
        }

        for (; i < target.Length; i++)
        {
            target[i] = Math.Max(target[i], source[i] + item.Score);
        }
    }
}
