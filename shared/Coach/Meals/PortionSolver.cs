namespace FitServerless.Coach.Meals;

/// <summary>
/// Coordinate descent finds the one minimum of a <see cref="PortionProblem"/> (the sum of squares is convex); single steps then repair what
/// rounding broke.
/// </summary>
internal sealed class PortionSolver
{
    private const int MostSweeps = 60;
    private const int MostRepairs = 60;

    /// <summary>Grams; a sweep that moves no portion by more changes nothing on the plate.</summary>
    private const double Still = 0.5;

    /// <summary>Pulls portions to the middle of their bounds, much less than any aim does.</summary>
    private const double Habit = 0.02;

    private readonly PortionProblem _problem;
    private readonly double[] _portions;

    /// <summary>Of each row: what it comes to, less its aim.</summary>
    private readonly double[] _errors;

    private PortionSolver(PortionProblem problem)
    {
        _problem = problem;
        _portions = [.. problem.Min.Zip(problem.Max, (min, max) => (min + max) / 2)];
        _errors = Array.ConvertAll(problem.Aims, aim => -aim);
        for (var i = 0; i < _portions.Length; i++)
            AddToErrors(i, _portions[i]);
    }

    /// <returns>Grams of each food, in steps of <see cref="PortionProblem.Step"/>.</returns>
    public static double[] Solve(PortionProblem problem)
    {
        var solver = new PortionSolver(problem);
        for (var sweep = 0; sweep < MostSweeps && solver.Descend() > Still; sweep++)
        {
        }

        solver.RoundAll();
        for (var repair = 0; repair < MostRepairs && solver.Repair(); repair++)
        {
        }

        return solver._portions;
    }

    /// <returns>Grams of the largest move.</returns>
    private double Descend()
    {
        var largest = 0.0;
        for (var i = 0; i < _portions.Length; i++)
        {
            var (min, max) = (_problem.Min[i], _problem.Max[i]);
            var width = Math.Max(PortionProblem.Step, max - min);
            var (slope, curve) = Derivatives(i);
            slope += Habit * Habit * (_portions[i] - ((min + max) / 2)) / (width * width);
            curve += Habit * Habit / (width * width);
            largest = Math.Max(largest, Move(i, Math.Clamp(_portions[i] - (slope / curve), min, max)));
        }

        return largest;
    }

    private void RoundAll()
    {
        for (var i = 0; i < _portions.Length; i++)
            Move(i, Math.Clamp(PortionProblem.Round(_portions[i]), _problem.Min[i], _problem.Max[i]));
    }

    /// <summary>Takes the one step that helps most; no step helps when it answers <c>false</c>.</summary>
    private bool Repair()
    {
        var (best, bestStep, bestGain) = (-1, 0.0, 1e-9);
        for (var i = 0; i < _portions.Length; i++)
        {
            var (slope, curve) = Derivatives(i);
            var step = slope > 0 ? -PortionProblem.Step : PortionProblem.Step;
            // Of the sum of squares, halved: f(x) - f(x + s) = -(s f' + s² f'' / 2).
            var gain = -((step * slope) + (step * step * curve / 2));
            if (gain > bestGain && _portions[i] + step >= _problem.Min[i] && _portions[i] + step <= _problem.Max[i])
                (best, bestStep, bestGain) = (i, step, gain);
        }

        if (best >= 0)
            Move(best, _portions[best] + bestStep);
        return best >= 0;
    }

    private (double Slope, double Curve) Derivatives(int i)
    {
        var (slope, curve) = (0.0, 0.0);
        for (var row = 0; row < _errors.Length; row++)
        {
            var factor = _problem.Rows[row][i];
            slope += factor * _errors[row];
            curve += factor * factor;
        }

        return (slope, curve);
    }

    private double Move(int i, double grams)
    {
        var change = grams - _portions[i];
        _portions[i] = grams;
        AddToErrors(i, change);
        return Math.Abs(change);
    }

    private void AddToErrors(int i, double grams)
    {
        for (var row = 0; row < _errors.Length; row++)
            _errors[row] += _problem.Rows[row][i] * grams;
    }
}
