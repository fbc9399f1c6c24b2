# Stride in a container, with Python, NumPy and libseccomp, on which learners' code is to run:
#   docker build -t stride .
#   docker run --rm -p 127.0.0.1:8080:8080 -v stride-data:/var/lib/stride stride

# --- Build ------------------------------------------------------------------------------------------------------------
FROM node:24-trixie-slim AS node

FROM maven:3.9-eclipse-temurin-25 AS build
# Vaadin wants npm laid out beside Node
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 --mount=type=cache,target=/root/.npm \
    ./stride build || { cat .stride/build.log; exit 1; }
# The libraries apart from the application: they change rarely, so their layer is kept
RUN java -Djarmode=tools -jar target/stride.jar extract --layers --destination layers

# --- Run --------------------------------------------------------------------------------------------------------------
FROM debian:trixie-slim
# Versions are Debian's, with its security updates: NumPy 2.2, OpenJDK 21
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends openjdk-21-jre-headless python3-numpy libseccomp2 tini \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /var/lib/stride --create-home --shell /usr/sbin/nologin stride

WORKDIR /opt/stride
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./

# Stride listens on loopback unless told otherwise, and there nothing from outside the container arrives
ENV SERVER_ADDRESS=0.0.0.0 \
    STRIDE_PYTHON=/usr/bin/python3
USER stride
VOLUME /var/lib/stride
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python3", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8080/actuator/health', timeout=4)"]
# Half of the memory for Java, the rest for the Python processes; tini collects those that lose their parent
ENTRYPOINT ["tini", "--", "java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MaxRAMPercentage=50", "-jar", "stride.jar"]
