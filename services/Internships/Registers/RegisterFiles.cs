using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.Registers;

/// <summary>Who pays social insurance as an employee, with the employer where it is known.</summary>
internal sealed class InsuredRegister(IEventStore store) : RegisterFile(store, RegisterKinds.Insured, PersonId, AnyUnitCode);

/// <summary>Who was on a unit's own staff before the internship.</summary>
internal sealed class UnitStaffRegister(IEventStore store) : RegisterFile(store, RegisterKinds.UnitStaff, PersonId, UnitCode);

/// <summary>Who has died, from the day of death.</summary>
internal sealed class DeceasedRegister(IEventStore store) : RegisterFile(store, RegisterKinds.Deceased, PersonId);

/// <summary>Whose personal data was erased, from that day.</summary>
internal sealed class ErasedRegister(IEventStore store) : RegisterFile(store, RegisterKinds.Erased, PersonId);

/// <summary>Accounts of people and of units, as keyed hashes.</summary>
internal sealed class AccountRegister(IEventStore store) : RegisterFile(store, RegisterKinds.Account, AnyPersonId, AnyUnitCode, Account);
