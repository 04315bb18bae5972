namespace YouthPlatform.Internships.People;

internal abstract record PersonEvent;

internal sealed record PersonRegistered(PersonFacts Facts) : PersonEvent;
