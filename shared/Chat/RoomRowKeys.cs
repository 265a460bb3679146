using System.Globalization;
using FitServerless.Storage;

namespace FitServerless.Chat;

/// <summary>
/// The keys of the table of messages. A room is a partition, and so is the list of a user's rooms; <c>|</c> is in no encoded id, so that
/// neither can be taken for the other.
/// </summary>
internal static class RoomRowKeys
{
    public const string Head = "head";

    private const string MessagePrefix = "message|";
    private const string SignalPrefix = "signal|";

    public const string SignalStart = SignalPrefix;

    public const string SignalEnd = SignalPrefix + "}";

    public const string MessageEnd = MessagePrefix + "}";

    public static string Room(string roomId) => TableKeys.Encode(roomId);

    public static string RoomsOf(string userId) => $"user|{TableKeys.Encode(userId)}";

    public static string Message(long sequence) => MessagePrefix + sequence.ToString("D19", CultureInfo.InvariantCulture);

    public static string Signal(long number) => SignalPrefix + (number % CallSignal.Kept).ToString("D2", CultureInfo.InvariantCulture);

    /// <summary>36 characters of the user's, 401 of the longest id, and ours: below Azurite's 512.</summary>
    public static string Once(SenderKey key) => $"{OnceOf(key.UserId).First}{TableKeys.Encode(key.Id)}";

    /// <summary>All of a sender's are between these.</summary>
    public static (string First, string End) OnceOf(string userId) => ($"id|{TableKeys.Encode(userId)}|", $"id|{TableKeys.Encode(userId)}}}");
}
