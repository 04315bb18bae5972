namespace YouthPlatform.Internships.Matching;

/// <summary>Points that each part of a rank is worth, from the policy packs.</summary>
/// <param name="Region">The post lies in a preferred region; half of it for the same prefecture.</param>
/// <param name="Category">The post is of a preferred category.</param>
/// <param name="Allowance">The allowance is what is hoped for; less in proportion when it is less.</param>
/// <param name="Major">The post names what the person has learnt.</param>
/// <param name="Demonstration">It is a demonstration post.</param>
internal sealed record MatchWeights(int Region, int Category, int Allowance, int Major, int Demonstration);
