using YouthPlatform.Internships.Inspections;
using YouthPlatform.Policy;
using static YouthPlatform.Internships.Tests.Samples;

namespace YouthPlatform.Internships.Tests.Inspections;

/// <summary>20 % of a unit's files, at least 2 and at most 20; anybody can draw them again from the published seed.</summary>
public sealed class SamplingTests
{
    private static readonly NumberRange Files = new(2, 20);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(10, 2)]
    [InlineData(11, 3)]
    [InlineData(100, 20)]
    [InlineData(101, 20)]
    [InlineData(1000, 20)]
    public void TheNumberOfFiles(int population, int drawn) => Sampling.CountOf(population, 0.20m, Files).ShouldBe(drawn);

    [Fact]
    public void TheSameSeedDrawsTheSameFilesInWhateverOrderTheyStand()
    {
        var files = Enumerable.Range(1, 50).Select(Id).ToList();
        var other = Enumerable.Range(51, 20).Select(Id).ToList();
        UnitFiles[] population = [Of(UnitId, files), Of(Id(2), other)];
        UnitFiles[] shuffled = [Of(Id(2), [.. other.AsEnumerable().Reverse()]), Of(UnitId, [.. files.AsEnumerable().Reverse()])];
        var drawn = Sampling.Draw([1, 2, 3], population, 0.20m, Files);
        drawn.ShouldBe(Sampling.Draw([1, 2, 3], shuffled, 0.20m, Files));
        drawn.CountBy(file => file.UnitId).ShouldBe([new(UnitId, 10), new(Id(2), 4)]);
        drawn.Distinct().Count().ShouldBe(14);
        drawn.ShouldNotBe(Sampling.Draw([1, 2, 4], population, 0.20m, Files));
    }

    // Fixed so that a change of the algorithm does not go unnoticed: published samples have to stay replayable.
    [Fact]
    public void TheAlgorithmStaysWhatItWas() =>
        Sampling.Draw([0xAB, 0xCD], [Of(UnitId, [.. Enumerable.Range(1, 5).Select(Id)])], 0.20m, Files)
            .Select(file => file.PlacementId).ShouldBe(Expected());

    /// <summary>The documented rule, written a second time.</summary>
    private static IEnumerable<Guid> Expected() => Enumerable.Range(1, 5).Select(Id)
        .OrderBy(id => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(
            [0xAB, 0xCD, .. UnitId.ToByteArray(bigEndian: true), .. id.ToByteArray(bigEndian: true)])), StringComparer.Ordinal)
        .Take(2);

    private static UnitFiles Of(Guid unit, IReadOnlyList<Guid> files) => new(unit, Unit.CreditCode.Value, Furong, files);
}
