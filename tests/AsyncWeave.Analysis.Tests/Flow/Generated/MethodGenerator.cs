namespace AsyncWeave.Analysis.Tests.Flow.Generated;

/// <summary>Writes random async methods: nested loops, handlers, using, switch, locals at random places, 1 to 12 awaits.</summary>
internal sealed class MethodGenerator
{
    private const int MostAwaits = 12;
    private const int Deepest = 4;

    private readonly Random random;
    private readonly List<GeneratedAwait> awaits = [];
    private readonly List<string> inScope = ["n", "m"];
    private int names;

    private MethodGenerator(int seed) => random = new Random(seed);

    public static GeneratedMethod Generate(int seed)
    {
        var generator = new MethodGenerator(seed);
        var body = generator.Block(0, Jumps.Return);
        return GeneratedMethod.Of($"M{seed}", new Block([.. body.Statements.Prepend(generator.Await())]), generator.awaits);
    }

    [Flags]
    private enum Jumps
    {
        None = 0,
        Return = 1,
        Loop = 2,
    }

    private Block Block(int depth, Jumps jumps)
    {
        var scope = inScope.Count;
        var statements = new List<Statement> { Simple() };
        for (var left = random.Next(1, 4); left > 0 && statements[^1].Ends.HasFlag(Completions.Normal); left--)
            statements.Add(Next(depth, jumps));
        inScope.RemoveRange(scope, inScope.Count - scope);
        return new Block(statements);
    }

    private Statement Next(int depth, Jumps jumps)
    {
        if (depth >= Deepest || awaits.Count >= MostAwaits - 3 || random.Next(3) == 0)
            return random.Next(6) == 0 ? Jump(jumps) : random.Next(2) == 0 ? Await() : Simple();
        return random.Next(9) switch
        {
            0 => If(depth, jumps),
            1 => Switch(depth, jumps),
            2 or 3 => Loop(depth, jumps),
            4 => Stream(depth, jumps),
            5 => Try(depth, jumps),
            6 => Finally(depth, jumps),
            7 => Using(depth, jumps),
            _ => If(depth, jumps),
        };
    }

    private Statement Jump(Jumps jumps)
    {
        switch (random.Next(4))
        {
            case 0 when jumps.HasFlag(Jumps.Return):
                var result = Any();
                return new Jump($"return {result};", Completions.Return, Touched.Reading(result));
            case 1 when jumps.HasFlag(Jumps.Loop):
                return new Jump("break;", Completions.Break, Touched.Nothing);
            case 2 when jumps.HasFlag(Jumps.Loop):
                return new Jump("continue;", Completions.Continue, Touched.Nothing);
            case 3:
                return new Jump("throw new IOException();", Completions.Throw, Touched.Nothing);
            default:
                return Simple();
        }
    }

    private Work Simple()
    {
        var (kind, a, b) = (random.Next(4), Any(), Any());
        switch (kind)
        {
            case 0:
                var name = Declare(out var declaration);
                return new Work($"{declaration} = Get({a});", new Touched([a], name));
            case 1:
                return new Work($"{b} = Get({a});", new Touched([a], b));
            case 2:
                return new Work($"{b} += Get({a});", new Touched([a, b], b));
            default:
                return new Work($"Use({a}, {b});", Touched.Reading(a, b));
        }
    }

    private AwaitStatement Await()
    {
        var await = NewAwait();
        var (kind, a, b, c) = (random.Next(7), Any(), Any(), Any());
        switch (kind)
        {
            case 0:
                var name = Declare(out var declaration);
                return new AwaitStatement($"{declaration} = await A({a});", await, [a], new Touched([], name));
            case 1:
                return new AwaitStatement($"{b} = await A({a});", await, [a], new Touched([], b));
            case 2:
                return new AwaitStatement($"{b} += await V({a});", await, [a, b], new Touched([], b));
            case 3:
                return new AwaitStatement($"Use({a}, await A({b}), {c});", await, [a, b], Touched.Reading(c));
            case 4:
                return new AwaitStatement($"await T({a}).ConfigureAwait(false);", await, [a], Touched.Nothing);
            case 5:
                return new AwaitStatement("await Task.Yield();", await, [], Touched.Nothing);
            default:
                return new AwaitStatement($"await A({a});", await, [a], Touched.Nothing);
        }
    }

    private string Declare(out string declaration)
    {
        var name = NewName();
        inScope.Add(name);
        declaration = TypeOf(name) + " " + name;
        return name;
    }

    private Branch If(int depth, Jumps jumps)
    {
        var asked = Any();
        return random.Next(2) == 0
            ? new Branch(null, [asked], [$"if (Test({asked}))"], [Block(depth + 1, jumps)], Exhaustive: false)
            : new Branch(null, [asked], [$"if (Test({asked}))", "else"], [Block(depth + 1, jumps), Block(depth + 1, jumps)], Exhaustive: true);
    }

    // `break` inside a switch section would leave the switch, so that loops' jumps are not offered there.
    private Branch Switch(int depth, Jumps jumps)
    {
        var (asked, inside) = (Any(), jumps & ~Jumps.Loop);
        return new Branch($"switch (Get({asked}))", [asked], ["case 1:", "case 2:", "default:"], [Block(depth + 1, inside), Block(depth + 1, inside), Block(depth + 1, inside)], Exhaustive: true);
    }

    private Loop Loop(int depth, Jumps jumps)
    {
        var (asked, inside) = (Any(), jumps | Jumps.Loop);
        switch (random.Next(5))
        {
            case 0:
                var step = NewAwait();
                return new Loop($"while (await B({asked}))", null, LoopTouches.Asking(asked), Block(depth + 1, inside), step);
            case 1:
                return new Loop($"while (Test({asked}))", null, LoopTouches.Asking(asked), Block(depth + 1, inside));
            case 2:
                return new Loop("do", $"while (Test({asked}));", LoopTouches.Asking(asked), Block(depth + 1, inside));
            case 3:
                return Scoped(name => new Loop($"foreach (var {name} in items)", null, new LoopTouches(Touched.Reading("items"), [], name, Touched.Nothing), Fresh(name, depth, inside)));
            default:
                return Scoped(name => new Loop(
                    $"for ({TypeOf(name)} {name} = 0; Test({name}); {name}++)", null,
                    new LoopTouches(new Touched([], name), [name], null, new Touched([name], name)), Block(depth + 1, inside)));
        }
    }

    // A foreach variable cannot be assigned: it is read once and then copied.
    private Block Fresh(string variable, int depth, Jumps jumps)
    {
        inScope.Remove(variable);
        var copy = NewName();
        inScope.Add(copy);
        var body = Block(depth + 1, jumps);
        inScope.Remove(copy);
        return new Block([.. body.Statements.Prepend(new Work($"{TypeOf(copy)} {copy} = Get({variable});", new Touched([variable], copy)))]);
    }

    private Guarded Stream(int depth, Jumps jumps)
    {
        var (step, dispose) = (NewAwait(), NewAwait());
        var variable = NewName();
        var touches = new LoopTouches(Touched.Reading("stream"), [], variable, Touched.Nothing);
        var loop = new Loop($"await foreach (var {variable} in stream)", null, touches, Fresh(variable, depth, jumps | Jumps.Loop), step);
        return new Guarded(null, Touched.Nothing, loop, new AwaitStatement("", dispose, [], Touched.Nothing), IsWritten: false);
    }

    private TryCatch Try(int depth, Jumps jumps)
    {
        var all = random.Next(2) == 0;
        var asked = random.Next(2) == 0 ? null : Any();
        var heads = new List<string> { asked is null ? "catch (IOException)" : $"catch (ArgumentException) when (Test({asked}))" };
        if (all)
            heads.Add("catch");
        return new TryCatch(Block(depth + 1, jumps), heads, asked is null ? [] : [asked], [.. heads.Select(_ => Block(depth + 1, jumps))], all);
    }

    private Guarded Finally(int depth, Jumps jumps) =>
        new("try", Touched.Nothing, Block(depth + 1, jumps), Block(depth + 1, Jumps.None), IsWritten: true);

    private Guarded Using(int depth, Jumps jumps)
    {
        var name = NewName();
        if (random.Next(2) == 0)
            return new Guarded($"using (var {name} = new Held<T{name}>())", new Touched([], name), Block(depth + 1, jumps), new Work("", Touched.Reading(name)), IsWritten: false);
        var dispose = NewAwait();
        return new Guarded($"await using (var {name} = new Held<T{name}>())", new Touched([], name), Block(depth + 1, jumps), new AwaitStatement("", dispose, [name], Touched.Nothing), IsWritten: false);
    }

    private T Scoped<T>(Func<string, T> make)
    {
        var name = NewName();
        inScope.Add(name);
        var made = make(name);
        inScope.Remove(name);
        return made;
    }

    private GeneratedAwait NewAwait()
    {
        var await = new GeneratedAwait();
        awaits.Add(await);
        return await;
    }

    private string NewName() => $"x{names++}";

    // No two have one type: the compiler gives locals of one type one field where their scopes do not meet.
    private static string TypeOf(string name) => $"Own<T{name}>";

    private string Any() => inScope[random.Next(inScope.Count)];
}
