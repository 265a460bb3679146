namespace FitServerless.Briefings.Delivery;

/// <summary>Another run is sending the same letter, or died at it a moment ago: look again later.</summary>
public sealed class MailUnderWayException() : Exception("Another run is sending this briefing's letter.");
