namespace FitServerless.Tests.Access;

/// <summary>Who asks.</summary>
public enum Actor
{
    /// <summary>Whose things they are.</summary>
    Owner,

    /// <summary>Signed in, and nothing else.</summary>
    Stranger,

    /// <summary>A trainer whom the owner lets read, and who is in the owner's room.</summary>
    Reader,

    /// <summary>A trainer whom the owner lets read and write.</summary>
    Writer,

    /// <summary>An account with the role of an administrator.</summary>
    Admin,

    /// <summary>Without a token.</summary>
    Anonymous,
}
