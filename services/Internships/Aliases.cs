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
global using InspectionAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Internships.Inspections.Inspection,
    YouthPlatform.Internships.Inspections.InspectionState,
    YouthPlatform.Internships.Inspections.InspectionCommand,
    YouthPlatform.Internships.Inspections.InspectionEvent>;
global using InspectionDrawAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Internships.Inspections.InspectionDraw,
    YouthPlatform.Internships.Inspections.DrawState,
    YouthPlatform.Internships.Inspections.DrawCommand,
    YouthPlatform.Internships.Inspections.DrawEvent>;
global using MatchingEventAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Internships.MatchingEvents.MatchingEvent,
    YouthPlatform.Internships.MatchingEvents.MatchingEventState,
    YouthPlatform.Internships.MatchingEvents.MatchingEventCommand,
    YouthPlatform.Internships.MatchingEvents.MatchingEventEvent>;
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
global using RegisterAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Internships.Registers.Register,
    YouthPlatform.Internships.Registers.RegisterState,
    YouthPlatform.Internships.Registers.RegisterCommand,
    YouthPlatform.Internships.Registers.RegisterEvent>;
