import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy, Public } from '../../platform/access/policy.js';
import { Settings } from '../../platform/config/settings.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { AuthService } from './auth.service.js';
import { ChangePasswordDto, CreateTokenDto, LoginDto, UpdateMeDto } from './dto/identity.dto.js';
import { DemoView, MeView, NewTokenView, TokenList } from './dto/identity.view.js';
import { SESSION_COOKIE, sessionCookieOptions } from './session-cookie.js';

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly settings: Settings,
  ) {}

  /** Opens a session, kept in a cookie that scripts cannot read. */
  @Post('login')
  @HttpCode(200)
  @Public('nobody is logged in before logging in')
  async logIn(
    @Body() dto: LoginDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeView> {
    const { secret, expiresAt, me } = await this.auth.logIn(dto, request.ip);
    void reply.setCookie(SESSION_COOKIE, secret, { ...sessionCookieOptions(this.settings), expires: expiresAt });
    return me;
  }

  @Post('logout')
  @HttpCode(204)
  @Policy('identity.self')
  async logOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.auth.logOut(actor);
    void reply.clearCookie(SESSION_COOKIE, sessionCookieOptions(this.settings));
  }

  /** Whether this is the demo, whose accounts may be named on the log-in page. */
  @Get('demo')
  @Public('the log-in page asks before anyone is logged in')
  async demo(): Promise<DemoView> {
    return { demo: await this.auth.isDemo() };
  }

  @Get('me')
  @Policy('identity.self')
  me(@CurrentActor() actor: Actor): Promise<MeView> {
    return this.auth.me(actor);
  }

  @Patch('me')
  @Policy('identity.self')
  update(@CurrentActor() actor: Actor, @Body() dto: UpdateMeDto): Promise<MeView> {
    return this.auth.update(actor, dto);
  }

  @Put('password')
  @HttpCode(204)
  @Policy('identity.self')
  changePassword(@CurrentActor() actor: Actor, @Body() dto: ChangePasswordDto): Promise<void> {
    return this.auth.changePassword(actor, dto);
  }

  @Get('tokens')
  @Policy('identity.self')
  tokens(@CurrentActor() actor: Actor): Promise<TokenList> {
    return this.auth.tokens(actor);
  }

  /** Makes a personal token, to be sent as `Authorization: Bearer …`. It is shown this once. */
  @Post('tokens')
  @Policy('identity.self')
  createToken(@CurrentActor() actor: Actor, @Body() dto: CreateTokenDto): Promise<NewTokenView> {
    return this.auth.createToken(actor, dto);
  }

  @Delete('tokens/:id')
  @HttpCode(204)
  @Policy('identity.self')
  revokeToken(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.auth.revokeToken(actor, id);
  }
}
