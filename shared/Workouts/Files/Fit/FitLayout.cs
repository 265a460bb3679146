namespace FitServerless.Workouts.Files.Fit;

/// <summary>A message that we write: its number and fields.</summary>
internal sealed class FitLayout(ushort message, params FitColumn[] columns)
{
    public ushort Message => message;

    public FitColumn[] Columns => columns;
}
