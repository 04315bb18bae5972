namespace YouthPlatform.Reporting.Forms;

/// <summary>A step that can be taken on a form.</summary>
internal enum FormStep
{
    /// <summary>Hand it in.</summary>
    Submit,

    /// <summary>Adjust a computed figure.</summary>
    Correct,

    /// <summary>Take an adjustment back.</summary>
    WithdrawCorrection,

    /// <summary>Enter a figure.</summary>
    Enter,

    /// <summary>Give it back to the unit.</summary>
    Return,

    /// <summary>Agree to it.</summary>
    Approve,

    /// <summary>Close it.</summary>
    Lock,

    /// <summary>Ask to open it again.</summary>
    RequestUnlock,

    /// <summary>Open it again.</summary>
    Unlock,

    /// <summary>Ask to replace locked figures.</summary>
    ProposeRestatement,

    /// <summary>Replace them.</summary>
    Restate,

    /// <summary>Leave them.</summary>
    RefuseRestatement,
}
