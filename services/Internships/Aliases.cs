global using YouthPlatform.Reviews;
global using ApplicationAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Internships.Applications.Application,
    YouthPlatform.Internships.Applications.ApplicationState,
    YouthPlatform.Internships.Applications.ApplicationCommand,
    YouthPlatform.Internships.Applications.ApplicationEvent>;
global using PreferenceAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Internships.Preferences.Preference,
    YouthPlatform.Internships.Preferences.PreferenceState,
    YouthPlatform.Internships.Preferences.PreferenceCommand,
    YouthPlatform.Internships.Preferences.PreferenceEvent>;
global using ClaimAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Internships.Claims.Claim,
    YouthPlatform.Internships.Claims.ClaimState,
    YouthPlatform.Internships.Claims.ClaimCommand,
    YouthPlatform.Internships.Claims.ClaimEvent>;
global using HostUnitAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Internships.HostUnits.HostUnit,
    YouthPlatform.Internships.HostUnits.HostUnitState,
    YouthPlatform.Internships.HostUnits.HostUnitCommand,
    YouthPlatform.Internships.HostUnits.HostUnitEvent>;
global using PersonAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Internships.People.Person,
    YouthPlatform.Internships.People.PersonState,
    YouthPlatform.Internships.People.PersonCommand,
    YouthPlatform.Internships.People.PersonEvent>;
global using PlacementAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Internships.Placements.Placement,
    YouthPlatform.Internships.Placements.PlacementState,
    YouthPlatform.Internships.Placements.PlacementCommand,
    YouthPlatform.Internships.Placements.PlacementEvent>;
global using PostAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Internships.Posts.Post,
    YouthPlatform.Internships.Posts.PostState,
    YouthPlatform.Internships.Posts.PostCommand,
    YouthPlatform.Internships.Posts.PostEvent>;
