using System.Diagnostics;
using System.Globalization;
using YouthPlatform.Entrepreneurship.Selection;
using YouthPlatform.Policy;

// How long the exact selection of a programme takes, by projects, seats and budget steps.
(string Name, int Projects, int Quota, int Budget, int LeastCost, int MostCost, decimal Share)[] cases =
[
    ("Golden Bridge: 150 of 1,000, steps of 1,000 yuan", 1_000, 150, 3_000, 5, 20, 0.50m),
    ("contest: 200 of 5,000, steps of 10,000 yuan", 5_000, 200, 3_000, 3, 50, 0.00m),
    ("contest with half in priority sectors", 5_000, 200, 3_000, 3, 50, 0.50m),
    ("Hubei: 800 of 5,000, steps of 10,000 yuan", 5_000, 800, 3_600, 2, 10, 0.00m),
];
foreach (var (name, projects, quota, budget, least, most, share) in cases)
{
    var random = new Random(2023);
    var field = Enumerable.Range(0, projects)
        .Select(index => new Candidate(index, random.Next(10) < 3, random.Next(least, most + 1), random.Next(6_000, 9_900))).ToList();
    var watch = Stopwatch.StartNew();
    var best = Portfolio.Best(field, [], new(budget, quota, new Threshold(Comparison.AtLeast, share)));
    watch.Stop();
    await Console.Out.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"{name}: {best!.Count} selected, {best.Sum(item => item.Cost)} of {budget} steps, total {best.Sum(item => item.Score) / 100m}, {watch.Elapsed.TotalSeconds:0.00} s"));
}
