namespace YouthPlatform.Internships.HostUnits;

internal abstract record HostUnitCommand;

internal sealed record ApplyAsHostUnit(HostUnitFile File) : HostUnitCommand;

internal sealed record ReturnHostUnit(string Reason, string Actor, DateOnly Today) : HostUnitCommand;

internal sealed record ResubmitHostUnit(string Name, string Actor, ReviewDeadline Review) : HostUnitCommand;

internal sealed record ApproveHostUnit(string Actor, DateOnly Today) : HostUnitCommand;

internal sealed record RejectHostUnit(string Reason, string Actor, DateOnly Today) : HostUnitCommand;
