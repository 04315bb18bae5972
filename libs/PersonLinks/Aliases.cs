global using PersonLinkAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.PersonLinks.PersonLink,
    YouthPlatform.PersonLinks.PersonLinkState,
    YouthPlatform.PersonLinks.PersonLinkCommand,
    YouthPlatform.PersonLinks.PersonLinkEvent>;
