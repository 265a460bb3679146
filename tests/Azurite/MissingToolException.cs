namespace FitServerless.Azurite;

/// <summary>A tool that this machine lacks, told in a sentence that says what to do.</summary>
public sealed class MissingToolException(string message) : Exception(message);
