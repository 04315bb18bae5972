namespace YouthPlatform.Internships.People;

internal abstract record PersonCommand;

internal sealed record RegisterPerson(PersonFacts Facts) : PersonCommand;
